import { z } from 'zod';
import { LessonExercises, withItemIds } from '../exercises/index.ts';
import { Moment } from './moment.ts';
import { ExerciseSetStatus } from './states.ts';
import { TrailLine } from './trail.ts';

/** A stored set of exercises with what review has said of it. */
export const ExerciseSet = z.object({
  id: z.string(),
  recording_id: z.string(),
  zoom_summary_id: z.string(),
  class_id: z.string(),
  teacher_id: z.string().nullable(),
  user_id: z.string().nullable(),
  lesson_number: z.number(),
  title: z.string(),
  status: ExerciseSetStatus,
  // Sets that were stored before items had ids get theirs as they are read, the same each time.
  exercises: LessonExercises.transform((exercises) => withItemIds(exercises)),
  engine: z.string(),
  prompt_version: z.string().nullable(),
  total_exercises: z.number(),
  quality_passed: z.boolean(),
  reject_reason: z.string().nullable(),
  reviewed_by: z.string().nullable(),
  reviewed_at: Moment.nullable(),
  published_at: Moment.nullable(),
  revision: z.number(),
  // A hosted project may get the column after the processes that know it.
  trail: z.array(TrailLine).default([]),
  created_at: Moment,
  updated_at: Moment,
});
export type ExerciseSet = z.infer<typeof ExerciseSet>;

/** What the worker knows of a set that it has just made. */
export type NewExerciseSet = Pick<
  ExerciseSet,
  | 'recording_id'
  | 'zoom_summary_id'
  | 'class_id'
  | 'teacher_id'
  | 'user_id'
  | 'lesson_number'
  | 'title'
  | 'exercises'
  | 'prompt_version'
> & { status: 'pending_review' | 'approved' };
