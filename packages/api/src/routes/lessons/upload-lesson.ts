import { ConflictError, ValidationError } from '@tulkka/shared/errors';
import { type LessonSummary, type NewLesson, recordingOfFile } from '@tulkka/shared/lessons';
import { RecordingAudioRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { requireNamedClass, requireTeacherOf } from '../../access/class-access.ts';
import { requireActingFor } from '../../access/ownership.ts';
import type { ApiContext } from '../../context.ts';
import { Id, label, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedLesson, presentLesson } from '../../presenters/lesson.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';

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
    'multipart/form-data with the fields class_id, topic?, user_id?, teacher_id?, lesson_number? and one file. The same content is stored once: sending it again answers with the lesson that is there (200).',
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
    const fields = readFields(upload);
    await requireNamedClass(context.classes, caller, fields.class_id);
    if (fields.user_id !== undefined) await requireActingFor(context.classes, caller, [fields.user_id]);
    const lessonClass = await context.classes.find(fields.class_id);
    if (!lessonClass)
      throw new ValidationError([
        { path: 'class_id', message: 'is no class; create it first with POST /api/v1/classes' },
      ]);
    requireTeacherOf(caller, lessonClass, fields.teacher_id);
    const teacher = {
      teacher_id: fields.teacher_id ?? lessonClass.teacher_id,
      teacher_email: lessonClass.teacher_email,
      native_language: lessonClass.native_language,
    };
    const recordingId = recordingOfFile(upload.hash);
    requireSameClass(await lessons.findByRecording(recordingId), fields.class_id);
    // The audio first: a lesson that is stored has its audio where it says.
    await upload.keep(context.audioStore);
    const found = { ...describe(upload), ...fields, ...teacher, topic: fields.topic ?? upload.title };
    if (upload.audioName === null) {
      const { lesson, added, written } = await context.longLessons.take(upload.bytes, found);
      requireSameClass(lesson, fields.class_id);
      return added ? { status: 201, written, headers: { Location: placeOf(lesson) } } : { status: 200, written };
    }
    const stored = await lessons.add(found);
    requireSameClass(stored.lesson, fields.class_id);
    const lesson = await lessons.get(stored.lesson.id);
    // A recording that was transcribed before needs its audio no more, unless its class keeps it.
    if (lesson.audio_path !== upload.audioName && !(await isKept(context, lesson))) {
      await upload.remove(context.audioStore);
    }
    return { status: stored.added ? 201 : 200, body: { success: true, lesson: presentLesson(lesson, null) } };
  } finally {
    await upload.discard();
  }
});

const placeOf = ({ id }: { id: string }): string => `/api/v1/lessons/${id}`;

/** One recording makes one lesson; whose it is, is told to nobody else. */
function requireSameClass(existing: LessonSummary | undefined, classId: string): void {
  if (existing && existing.class_id !== classId) {
    throw new ConflictError(
      'This recording is stored already, for another class. Assign that lesson, or ask an admin.',
    );
  }
}

const isKept = async ({ db }: Pick<ApiContext, 'db'>, { recording_id }: LessonSummary): Promise<boolean> =>
  (await new RecordingAudioRepository(db).listParts(recording_id)).length > 0;

function readFields(upload: Upload): Fields {
  const fields = Fields.safeParse(upload.fields);
  if (fields.success) return fields.data;
  throw new ValidationError(
    fields.error.issues.map((issue) => ({ path: issue.path.join('.') || 'form', message: issue.message })),
  );
}

function describe(upload: Upload): Omit<NewLesson, 'topic'> {
  const status = upload.audioName === null ? 'pending_processing' : 'pending_transcript';
  return {
    recording_id: recordingOfFile(upload.hash),
    source: 'upload',
    started_at: new Date().toISOString(),
    status,
    resume_status: status,
    ...(upload.audioName === null ? {} : { audio_path: upload.audioName }),
  };
}
