import { NotFoundError } from '@tulkka/shared/errors';
import { spokenKinds } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Id } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';

/** A name changes with its text: what was heard once need never be asked for again. */
const yearSeconds = 31_536_000;

/**
 * Sends a generated recording. Players bring no token, so anyone may ask; but the name holds a hash of the text, so
 * only who knows what was said can ask for it, and only texts that are stored are ever spoken.
 */
const getRecording = defineRoute({
  method: 'get',
  path: '/api/v1/audio/{kind}/{id}/{file}',
  operationId: 'getAudio',
  tag: 'audio',
  summary: 'A generated recording of a word or a sentence',
  description: 'Its address comes from the routes that give pronunciations. Takes `Range`.',
  access: 'public',
  limit: 'default',
  params: z.strictObject({
    kind: z.enum(spokenKinds),
    id: Id,
    file: z.string().regex(/^[0-9a-f]{40}\.(mp3|wav)$/),
  }),
  response: { status: 200, schema: z.unknown(), contentType: 'audio/mpeg', description: 'The recording' },
  otherResponses: [{ status: 206, schema: z.unknown(), contentType: 'audio/mpeg', description: 'A part of it' }],
  errors: ['not_found'],
}).handledBy(async ({ params, context }) => {
  const text = await context.spokenTexts.find(params.kind, params.id);
  if (text === undefined || !(await context.speech.has(params.file, text))) throw new NotFoundError('The recording');
  return {
    file: { root: context.speech.folder, name: params.file, maxAgeSeconds: yearSeconds },
    // A web page of another origin may play it.
    headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' },
  };
});

/** Recordings that were generated. */
export const speechRoutes: readonly Route[] = [getRecording];
