import { inTransaction } from '@tulkka/shared/database';
import { ConflictError } from '@tulkka/shared/errors';
import { audioNameOfFile, type Lesson, topicOfFile } from '@tulkka/shared/lessons';
import { type PartedUpload, UploadRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import type { ApiContext } from '../../context.ts';
import { Id } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedLesson, presentLesson } from '../../presenters/lesson.ts';
import { type LessonPlace, requireLessonPlace } from '../lessons/lesson-place.ts';
import { storeRecording } from '../lessons/store-recording.ts';
import { countParts, hashParts, joinParts, LostPartError, namesOfParts } from './upload-parts.ts';

const answer = z.strictObject({ success: z.literal(true), lesson: PresentedLesson });
/** How soon to ask again while the parts of a long recording are put together. */
const askAgainMs = 2_000;

/** Makes the lesson of a recording whose parts are all there. */
export const finishUpload = defineRoute({
  method: 'post',
  path: '/api/v1/uploads/{upload_id}/finish',
  operationId: 'finishUpload',
  tag: 'uploads',
  summary: 'Make the lesson of a recording that is there',
  description:
    'As `POST /api/v1/lessons` does with a whole file. Safe to repeat: it answers with the lesson that is there (200). A 409 with `Retry-After` says that the parts are being put together: ask again; one without names the parts that are missing.',
  access: 'staff',
  limit: 'default',
  params: z.strictObject({ upload_id: Id }),
  response: { status: 201, schema: answer },
  location: ({ lesson }) => `/api/v1/lessons/${lesson.id}`,
  otherResponses: [{ status: 200, schema: answer }],
  errors: ['forbidden', 'not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ params: { upload_id }, caller, context }) => {
  const upload = await new UploadRepository(context.db).get(upload_id, caller.userId ?? '');
  const place = await requireLessonPlace(context, caller, upload.lesson_fields);
  if (upload.lesson_id !== null) {
    const lesson = await context.lessonParts().lessons.get(upload.lesson_id);
    return { status: 200, body: { success: true, lesson: presentLesson(lesson, null) } };
  }
  await requireAllParts(context, upload);
  const { lesson, added } = await alone(context, upload, () => makeLesson(context, upload, place));
  return { status: added ? 201 : 200, body: { success: true, lesson: presentLesson(lesson, null) } };
});

async function requireAllParts({ db }: Pick<ApiContext, 'db'>, upload: PartedUpload): Promise<void> {
  const there = new Set(await new UploadRepository(db).listParts(upload.id));
  const missing = namesOfParts(upload).flatMap((_, i) => (there.has(i + 1) ? [] : [i + 1]));
  if (missing.length === 0) return;
  const named = missing.slice(0, 20).join(', ') + (missing.length > 20 ? ' …' : '');
  throw new ConflictError(`${missing.length} of ${countParts(upload)} parts are missing: send ${named}, then finish.`);
}

/** Lets one process at a time work on an upload; what dies at it is followed by the next who asks. */
async function alone<T>({ db, config }: ApiContext, { id }: PartedUpload, work: () => Promise<T>): Promise<T> {
  const uploads = new UploadRepository(db);
  const leaseMs = config.jobs.leaseSeconds * 1000;
  const first = await uploads.claimJoining(id, leaseMs);
  if (!first) {
    const message = 'The parts are being put together: ask again in a moment.';
    throw new ConflictError(message, { retryable: true, retryAfterMs: askAgainMs });
  }
  let lease = Promise.resolve<Date | undefined>(first);
  const renewal = setInterval(() => {
    lease = lease.then((held) => held && uploads.renewJoining(id, held, leaseMs).catch(() => held));
  }, leaseMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    const held = await lease;
    // One that cannot be given back runs out.
    if (held) await uploads.releaseJoining(id, held).catch(() => undefined);
  }
}

/** Every step may be done twice: the content names the recording, the recording its lesson. */
async function makeLesson(
  context: ApiContext,
  upload: PartedUpload,
  place: LessonPlace,
): Promise<{ lesson: Lesson; added: boolean }> {
  const { db, audioStore, log } = context;
  try {
    const hash = await hashParts(audioStore, upload);
    const audioName = audioNameOfFile(hash, upload.name);
    const keep = () => joinParts(audioStore, upload, audioName, hash);
    const made = await storeRecording(context, { title: topicOfFile(upload.name), hash, audioName, keep }, place);
    await inTransaction(db, (transaction) => new UploadRepository(transaction).finish(upload.id, made.lesson.id));
    // The lesson is made; parts that stay now are swept after a day.
    await audioStore
      .delete(namesOfParts(upload))
      .catch((error: unknown) => log.warn('parts of a recording could not be removed', { error }));
    return made;
  } catch (error) {
    if (error instanceof LostPartError) await new UploadRepository(db).forgetPart(upload.id, error.part);
    throw error;
  }
}
