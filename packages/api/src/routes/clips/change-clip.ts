import { ClipCutter } from '@tulkka/processor';
import { isClipLength, longestClipMs, shortestClipMs } from '@tulkka/shared/clips';
import { ConflictError, ValidationError } from '@tulkka/shared/errors';
import { ClipRepository, RecordingAudioRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { requireKeptClip } from '../../access/clip-access.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedClip, presentClip } from '../../presenters/clip.ts';
import { ClipParams } from './fields.ts';

/** The end of the longest recording that is taken. */
const latestMs = 10 * 3_600_000;
const moment = z.int().min(0).max(latestMs);

const common = { tag: 'clips', access: 'staff', limit: 'default', params: ClipParams } as const;

/** Cuts a clip anew. */
export const updateClip = defineRoute({
  ...common,
  method: 'patch',
  path: '/api/v1/clips/{clip_id}',
  operationId: 'updateClip',
  summary: 'Shift the ends of a clip',
  description:
    'The clip is cut anew and has a new id. Possible while its recording is kept: until the exercises are published, where the class keeps clips alone.',
  body: z
    .strictObject({ start_ms: moment.optional(), end_ms: moment.optional() })
    .refine((changes) => Object.keys(changes).length > 0, { error: 'needs start_ms or end_ms' }),
  response: { status: 200, schema: PresentedClip },
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { body: { start_ms: 61_250 } },
}).handledBy(async ({ params, body, caller, context: { db, classes, audioStore } }) => {
  const clips = new ClipRepository(db);
  const clip = await requireKeptClip({ clips, classes }, caller, params.clip_id);
  const { start_ms = clip.start_ms, end_ms = clip.end_ms } = body;
  if (!isClipLength(start_ms, end_ms)) {
    const message = `would make the clip ${end_ms - start_ms} ms long: between ${shortestClipMs} and ${longestClipMs} are possible`;
    throw new ValidationError([{ path: body.end_ms === undefined ? 'start_ms' : 'end_ms', message }]);
  }
  if (start_ms === clip.start_ms && end_ms === clip.end_ms) return { body: presentClip(clip) };
  const parts = await new RecordingAudioRepository(db).listParts(clip.recording_id);
  if (parts.length === 0)
    throw new ConflictError('The recording is not kept any more, so that nothing can be cut of it.');
  const cutter = new ClipCutter(audioStore, clip.recording_id, parts);
  const cut = await cutter.cut(clip.quote_key, start_ms, end_ms).finally(() => cutter.close());
  if (cut === null) {
    throw new ValidationError([{ path: 'end_ms', message: 'lies outside of what was recorded without a pause' }]);
  }
  if (!(await clips.recut(clip, cut)))
    throw new ConflictError('Somebody changed this clip meanwhile: look at it again.');
  await audioStore.delete([clip.audio_name]);
  return { body: presentClip({ ...clip, ...cut }) };
});

/** Takes a clip away. */
export const deleteClip = defineRoute({
  ...common,
  method: 'delete',
  path: '/api/v1/clips/{clip_id}',
  operationId: 'deleteClip',
  summary: 'Remove a clip for good',
  description: 'Its item stays and is said by the speech engine. It is not cut again when the lesson is made anew.',
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), id: z.string() }) },
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ params, caller, context: { db, classes, audioStore } }) => {
  const clips = new ClipRepository(db);
  const { id, audio_name } = await requireKeptClip({ clips, classes }, caller, params.clip_id);
  await clips.remove(id);
  await audioStore.delete([audio_name]);
  return { body: { success: true, id } };
});
