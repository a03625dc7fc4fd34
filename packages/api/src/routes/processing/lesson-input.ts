import { z } from 'zod';
import { Id, text, UserId } from '../../http/fields.ts';

/** A language by its tag (`es`, `pt-BR`) or its English name. */
const Language = text(2, 35);

/** A transcript with what is known of its lesson. Its length is judged with the lesson, so that one bad lesson fails alone. */
export const LessonInput = z.strictObject({
  transcript: z.string().max(2 * 1024 * 1024, { error: 'may have at most 2 MB' }),
  lesson_number: z.int().min(1).max(100_000),
  user_id: UserId.optional(),
  teacher_id: UserId.optional(),
  class_id: Id.optional(),
  native_language: Language.optional(),
});
export type LessonInput = z.infer<typeof LessonInput>;

/** The same where a short transcript is an error of the whole request. */
export const SingleLessonInput = LessonInput.extend({
  transcript: z
    .string()
    .min(10, { error: 'must have at least 10 characters' })
    .max(2 * 1024 * 1024, { error: 'may have at most 2 MB' }),
});

/** What both processing routes answer beside their lessons. */
export const processingAnswer = {
  success: z.boolean(),
  message: z.string(),
  processing_time_seconds: z.number().min(0),
  timestamp: z.iso.datetime(),
};

/** Seconds since `started`, to the millisecond. */
export const secondsSince = (started: number): number => Math.round(performance.now() - started) / 1000;
