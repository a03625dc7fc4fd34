import { ValidationError } from '@tulkka/shared/errors';
import { recordingOfFile } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { Id, label, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedLesson, presentLesson } from '../../presenters/lesson.ts';
import { requireLessonPlace, requireSameClass } from './lesson-place.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';
import { newLesson, storeRecording } from './store-recording.ts';

const Fields = z.strictObject({
  class_id: Id,
  topic: label(200).optional(),
  user_id: UserId.optional(),
  teacher_id: UserId.optional(),
  lesson_number: z.coerce.number().int().min(1).max(100_000).optional(),
});
type Fields = z.infer<typeof Fields>;

/** Takes a lesson file from a browser: a transcript is queued for the worker, audio for its transcription. */
export const uploadLesson = defineRoute({
  method: 'post',
  path: '/api/v1/lessons',
  operationId: 'uploadLesson',
  tag: 'lessons',
  summary: 'Upload a lesson: a VTT, TXT or audio file with its class',
  description:
    'multipart/form-data with the fields class_id, topic?, user_id?, teacher_id?, lesson_number? and one file. The same content is stored once: sending it again answers with the lesson that is there (200). A large recording is better sent in parts: POST /api/v1/uploads.',
  access: 'staff',
  limit: 'default',
  bodyType: 'stream',
  bodyMediaType: 'multipart/form-data',
  body: z.strictObject({ ...Fields.shape, file: z.string().meta({ override: { type: 'string', format: 'binary' } }) }),
  response: { status: 201, schema: z.strictObject({ success: z.literal(true), lesson: PresentedLesson }) },
  location: ({ lesson }) => placeOf(lesson),
  otherResponses: [{ status: 200, schema: z.strictObject({ success: z.literal(true), lesson: PresentedLesson }) }],
  errors: [
    'forbidden',
    'conflict',
    'payload_too_large',
    'unsupported_media_type',
    'dependency_unavailable',
    'upstream_failed',
  ],
}).handledBy(async ({ request, caller, context }) => {
  const { lessons } = context.lessonParts();
  const upload = await receiveUpload(request, context.config);
  try {
    const place = await requireLessonPlace(context, caller, readFields(upload));
    const { hash, title, audioName } = upload;
    if (audioName !== null) {
      const { lesson, added } = await storeRecording(context, { ...upload, audioName }, place);
      return { status: added ? 201 : 200, body: { success: true, lesson: presentLesson(lesson, null) } };
    }
    requireSameClass(await lessons.findByRecording(recordingOfFile(hash)), place.class_id);
    const found = { ...newLesson(hash, 'pending_processing'), ...place, topic: place.topic ?? title };
    const { lesson, added, written } = await context.longLessons.take(upload.bytes, found);
    requireSameClass(lesson, place.class_id);
    return added ? { status: 201, written, headers: { Location: placeOf(lesson) } } : { status: 200, written };
  } finally {
    await upload.discard();
  }
});

const placeOf = ({ id }: { id: string }): string => `/api/v1/lessons/${id}`;

function readFields(upload: Upload): Fields {
  const fields = Fields.safeParse(upload.fields);
  if (fields.success) return fields.data;
  throw new ValidationError(
    fields.error.issues.map((issue) => ({ path: issue.path.join('.') || 'form', message: issue.message })),
  );
}
