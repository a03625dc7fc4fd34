import { AppError, ValidationError } from '@tulkka/shared/errors';
import { kindOfLessonFile, lessonFileEndings } from '@tulkka/shared/lessons';
import { UploadRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Id, label, text, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedUpload, presentUpload } from '../../presenters/upload.ts';
import { requireLessonPlace } from '../lessons/lesson-place.ts';

/** Sent within a minute by a slow line, and passed on by proxies as they come. */
const partSize = 8 * 1024 * 1024;

const answer = z.strictObject({ success: z.literal(true), upload: PresentedUpload });

/** Begins a recording that comes in parts, or finds the one that began. */
export const createUpload = defineRoute({
  method: 'post',
  path: '/api/v1/uploads',
  operationId: 'createUpload',
  tag: 'uploads',
  summary: 'Begin to send a recording in parts',
  description:
    'The answer says how long parts are. Send each with PUT, in any order and to any server, then finish. With a fingerprint that the caller has an unfinished upload of, it answers with that one (200), and with the parts that need not be sent again. What nobody goes on with for a day is forgotten.',
  access: 'staff',
  limit: 'default',
  body: z.strictObject({
    name: label(255).meta({ description: 'The name of the file, with its ending.' }),
    size: z.int().min(1),
    fingerprint: text(1, 255)
      .optional()
      .meta({ description: 'By which the file is known again: its name, size and time of change will do.' }),
    class_id: Id,
    topic: label(200).optional(),
    user_id: UserId.optional(),
    teacher_id: UserId.optional(),
    lesson_number: z.int().min(1).max(100_000).optional(),
  }),
  response: { status: 201, schema: answer },
  location: ({ upload }) => `/api/v1/uploads/${upload.id}`,
  otherResponses: [{ status: 200, schema: answer }],
  errors: ['forbidden', 'payload_too_large'],
  example: { body: { name: 'B1 on Friday.m4a', size: 42_000_000, class_id: 'demo' } },
}).handledBy(async ({ body, caller, context }) => {
  const { name, size, fingerprint = null, ...lesson_fields } = body;
  if (kindOfLessonFile(name) !== 'audio') {
    const message = `must end in ${lessonFileEndings.audio.join(', ')}; a transcript goes to POST /api/v1/lessons`;
    throw new ValidationError([{ path: 'name', message }]);
  }
  const { maxAudioBytes } = context.config;
  if (size > maxAudioBytes) throw new AppError('payload_too_large', `The file is larger than ${maxAudioBytes} bytes.`);
  await requireLessonPlace(context, caller, lesson_fields);
  const uploads = new UploadRepository(context.db);
  const wish = { owner_id: caller.userId ?? '', name, size, part_size: partSize, fingerprint, lesson_fields };
  const begun = await uploads.findOpen(wish);
  if (begun) {
    return { status: 200, body: { success: true, upload: presentUpload(begun, await uploads.listParts(begun.id)) } };
  }
  return { body: { success: true, upload: presentUpload(await uploads.add(wish), []) } };
});
