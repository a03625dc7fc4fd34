import { AppError, type ErrorCode } from '@tulkka/shared/errors';
import { LessonExercises } from '@tulkka/shared/exercises';
import { z } from 'zod';
import type { ApiContext } from '../../context.ts';
import { defineRoute } from '../../http/route.ts';
import { LessonInput, processingAnswer, SingleLessonInput, secondsSince } from './lesson-input.ts';

const exampleTranscript = 'Maya: Reluctant means you do not really want to do something.\nLeo: I am reluctant to fly.';
const exampleLesson = { transcript: exampleTranscript, lesson_number: 1 };

/** Makes exercises of one transcript and answers with them; nothing is stored. */
export const processLesson = defineRoute({
  method: 'post',
  path: '/api/v1/process',
  operationId: 'processLesson',
  tag: 'lesson processing',
  summary: 'Turn a transcript into exercises',
  description: 'The transcript is text or VTT. Nothing is stored; to store and publish, use the lessons routes.',
  access: 'lessons',
  limit: 'processing',
  body: SingleLessonInput,
  bodyLimit: 10 * 1024 * 1024,
  response: { status: 200, schema: z.strictObject({ ...processingAnswer, lessons: z.array(LessonExercises) }) },
  errors: ['upstream_failed'],
  example: { body: exampleLesson },
}).handledBy(async ({ body, context }) => {
  const started = performance.now();
  const lesson = await generate(context, body);
  const message = `${lesson.total_exercises} exercises were made.`;
  const processing_time_seconds = secondsSince(started);
  return {
    body: { success: true, message, lessons: [lesson], processing_time_seconds, timestamp: new Date().toISOString() },
  };
});

/** What stands in a failed lesson's place. */
const FailedLesson = z.strictObject({
  lesson_number: z.int(),
  error: z.strictObject({ code: z.string(), detail: z.string() }),
});

/** Makes exercises of up to ten transcripts; a bad one fails alone. */
export const processBatch = defineRoute({
  method: 'post',
  path: '/api/v1/process/batch',
  operationId: 'processBatch',
  tag: 'lesson processing',
  summary: 'Turn up to ten transcripts into exercises',
  description: 'Each lesson stands or falls alone: in the place of one that cannot be used stands its error.',
  access: 'lessons',
  limit: 'processing',
  body: z.strictObject({ transcripts: z.array(LessonInput).min(1).max(10) }),
  bodyLimit: 40 * 1024 * 1024,
  response: {
    status: 200,
    schema: z.strictObject({ ...processingAnswer, lessons: z.array(z.union([LessonExercises, FailedLesson])) }),
  },
  errors: ['upstream_failed'],
  example: { body: { transcripts: [exampleLesson] } },
}).handledBy(async ({ body, context, log }) => {
  const started = performance.now();
  const lessons = [];
  for (const input of body.transcripts) {
    lessons.push(await generate(context, input).catch((error: unknown) => failed(input, error, log)));
    // Between two lessons others get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const made = lessons.filter((lesson) => !('error' in lesson)).length;
  return {
    body: {
      success: made > 0,
      message: `${made} of ${lessons.length} lessons were turned into exercises.`,
      lessons,
      processing_time_seconds: secondsSince(started),
      timestamp: new Date().toISOString(),
    },
  };
});

async function generate(context: ApiContext, input: LessonInput): Promise<LessonExercises> {
  const lessonClass = input.class_id === undefined ? undefined : await context.classes.find(input.class_id);
  const { exercises } = await context.generation.generate({
    transcript: input.transcript,
    lessonNumber: input.lesson_number,
    nativeLanguage: input.native_language ?? lessonClass?.native_language ?? null,
    seed: `${input.class_id ?? ''}:${input.lesson_number}`,
  });
  return exercises;
}

function failed(
  input: LessonInput,
  error: unknown,
  log: { error(message: string, fields: Record<string, unknown>): void },
): z.input<typeof FailedLesson> {
  if (error instanceof AppError) return describe(input, error.code, error.message);
  log.error('a lesson of a batch failed', { error, lesson_number: input.lesson_number });
  return describe(input, 'internal_error', 'This lesson could not be turned into exercises.');
}

const describe = (input: LessonInput, code: ErrorCode, detail: string) => ({
  lesson_number: input.lesson_number,
  error: { code, detail },
});
