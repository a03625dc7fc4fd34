import { extname } from 'node:path';
import { NotFoundError } from '@tulkka/shared/errors';
import { ClipRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { requireHeardClip } from '../../access/clip-access.ts';
import { defineRoute } from '../../http/route.ts';
import { ClipParams } from './fields.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.webm': 'audio/webm',
  '.flac': 'audio/flac',
};

/** Sends the sound of a clip. */
export const getClip = defineRoute({
  method: 'get',
  path: '/api/v1/clips/{clip_id}',
  operationId: 'getClip',
  tag: 'clips',
  summary: 'A few seconds of a lesson, as they were said',
  description:
    'Learners hear their teacher in what was published for their class, and themselves where they were the only learner. Takes `Range` and `HEAD`. What is heard under one id never changes: another cut has another id.',
  access: 'known',
  limit: 'default',
  params: ClipParams,
  response: {
    status: 200,
    schema: z.unknown(),
    contentType: 'audio/*',
    description: 'The sound, in the form of its recording',
  },
  otherResponses: [{ status: 206, schema: z.unknown(), contentType: 'audio/*', description: 'A part of it' }],
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ params, caller, userId, context }) => {
  const places = { clips: new ClipRepository(context.db), classes: context.classes };
  const { id, audio_name } = await requireHeardClip(places, caller, userId, params.clip_id);
  const size = await context.audioStore.sizeOf(audio_name);
  if (!size) throw new NotFoundError('The clip');
  const contentType = contentTypes[extname(audio_name)] ?? 'application/octet-stream';
  return { sound: { store: context.audioStore, name: audio_name, size, contentType, tag: id } };
});
