import { LessonReport } from '@tulkka/shared/exercises';
import { type Lesson, LessonStatus, type LessonSummary } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';

const summaryShape = {
  id: z.string(),
  recording_id: z.string(),
  source: z.string(),
  status: LessonStatus,
  class_id: z.string().nullable(),
  teacher_id: z.string().nullable(),
  teacher_email: z.string().nullable(),
  user_id: z.string().nullable(),
  topic: z.string(),
  lesson_number: z.int().nullable(),
  started_at: Moment,
  duration_seconds: z.int().nullable(),
  speakers: z.array(z.string()),
  attempt_count: z.int(),
  next_attempt_at: Moment,
  last_error: z.string().nullable(),
  waiting_for: z.string().nullable(),
  cost: z.strictObject({
    audio_seconds: z.number().optional(),
    input_tokens: z.number().optional(),
    output_tokens: z.number().optional(),
    cost_usd: z.number().optional(),
  }),
  created_at: Moment,
  updated_at: Moment,
};

/** A lesson in a list: where it stands in the pipeline, without what was said. */
export const PresentedLessonSummary = z.strictObject(summaryShape).meta({ id: 'LessonSummary' });

/** A lesson with its transcript, for its teacher. */
export const PresentedLesson = z
  .strictObject({
    ...summaryShape,
    transcript: z.string().nullable(),
    cues: z
      .array(z.strictObject({ start_ms: z.number().nullable(), speaker: z.string().nullable(), text: z.string() }))
      .nullable()
      .meta({ description: 'The transcript line by line, as it was read; null until then.' }),
    report: LessonReport.nullable().meta({
      description: 'Who spoke how much, at which level, and what was taught when; null until the lesson was read.',
    }),
  })
  .meta({ id: 'Lesson' });

/** Picks what leaves the system. */
export function presentLessonSummary(lesson: LessonSummary): z.input<typeof PresentedLessonSummary> {
  return {
    id: lesson.id,
    recording_id: lesson.recording_id,
    source: lesson.source,
    status: lesson.status,
    class_id: lesson.class_id,
    teacher_id: lesson.teacher_id,
    teacher_email: lesson.teacher_email,
    user_id: lesson.user_id,
    topic: lesson.topic,
    lesson_number: lesson.lesson_number,
    started_at: lesson.started_at,
    duration_seconds: lesson.duration_seconds,
    speakers: lesson.speakers ?? [],
    attempt_count: lesson.attempt_count,
    next_attempt_at: lesson.next_attempt_at,
    last_error: lesson.last_error,
    waiting_for: lesson.waiting_for,
    cost: lesson.cost,
    created_at: lesson.created_at,
    updated_at: lesson.updated_at,
  };
}

/** The same with the transcript. */
export function presentLesson(lesson: Lesson, report: LessonReport | null): z.input<typeof PresentedLesson> {
  const cues = lesson.cues?.map(({ start_ms, speaker, text }) => ({ start_ms, speaker, text })) ?? null;
  return {
    ...presentLessonSummary(lesson),
    transcript: lesson.transcript,
    cues,
    report,
  };
}
