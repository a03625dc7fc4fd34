import { LessonExercises, todaysPart } from '@tulkka/shared/exercises';
import { type ExerciseSet, ExerciseSetStatus } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';
import { Names } from './names.ts';

/** A stored set as reviewers and clients see it. */
export const PresentedExerciseSet = z
  .strictObject({
    id: z.string(),
    lesson_id: z.string(),
    recording_id: z.string(),
    class_id: z.string(),
    teacher_id: z.string().nullable(),
    user_id: z.string().nullable(),
    lesson_number: z.int(),
    title: z.string(),
    status: ExerciseSetStatus,
    engine: z.string(),
    total_exercises: z.int(),
    quality_passed: z.boolean(),
    exercises: LessonExercises,
    today: z
      .strictObject({
        flashcards: z.int(),
        spelling: z.int(),
        fill_in_blank: z.int(),
        grammar: z.int(),
        sentence_builder: z.int(),
      })
      .meta({ description: 'The first so many of each list are for today; the rest follows in review.' }),
    reject_reason: z.string().nullable(),
    reviewed_by: z.string().nullable(),
    reviewed_at: Moment.nullable(),
    published_at: Moment.nullable(),
    revision: z.int(),
    created_at: Moment,
    updated_at: Moment,
  })
  .meta({ id: 'ExerciseSet' });

/** A set as its learners see it: what they may play, without what it was made from and what was left out. */
const ReviewedSet = PresentedExerciseSet.extend({
  exercises: LessonExercises.omit({ analysis: true, quality: true, report: true }).meta({ id: 'ReviewedExercises' }),
  reject_reason: z.null(),
  reviewed_by: z.null(),
}).meta({ id: 'ReviewedExerciseSet' });

/** A set in a list that learners and reviewers ask for. */
export const ListedExerciseSet = z.union([PresentedExerciseSet, ReviewedSet]).meta({ id: 'ListedExerciseSet' });

/** The answer of a route about one set. */
export const ExerciseSetAnswer = z
  .strictObject({ success: z.literal(true), data: PresentedExerciseSet, names: Names.optional() })
  .meta({ id: 'ExerciseSetAnswer' });

/** Picks what leaves the system. */
export function presentExerciseSet(set: ExerciseSet): z.input<typeof PresentedExerciseSet> {
  return {
    id: set.id,
    lesson_id: set.zoom_summary_id,
    recording_id: set.recording_id,
    class_id: set.class_id,
    teacher_id: set.teacher_id,
    user_id: set.user_id,
    lesson_number: set.lesson_number,
    title: set.title,
    status: set.status,
    engine: set.engine,
    total_exercises: set.total_exercises,
    quality_passed: set.quality_passed,
    exercises: set.exercises,
    today: todaysPart(set.exercises),
    reject_reason: set.reject_reason,
    reviewed_by: set.reviewed_by,
    reviewed_at: set.reviewed_at,
    published_at: set.published_at,
    revision: set.revision,
    created_at: set.created_at,
    updated_at: set.updated_at,
  };
}

/** Picks what a learner of the class may see. */
export function presentReviewedSet(set: ExerciseSet, learner: string): z.input<typeof ReviewedSet> {
  const { analysis: _analysis, quality: _quality, report: _report, ...exercises } = set.exercises;
  return {
    ...presentExerciseSet(set),
    exercises,
    user_id: set.user_id === learner ? learner : null,
    reject_reason: null,
    reviewed_by: null,
  };
}
