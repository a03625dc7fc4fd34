import type { ExerciseSet, LessonSummary } from '@tulkka/shared/lessons';
import { placeholderStudentOf } from '@tulkka/shared/repositories';
import { z } from 'zod';
import type { ApiContext } from '../../context.ts';
import { Moment } from '../../http/fields.ts';

const count = z.int().min(0);

/** A published lesson as its learners see it: what there is to practise, and nothing of the pipeline. */
export const PresentedLearnerLesson = z
  .strictObject({
    id: z.string(),
    recording_id: z.string(),
    topic: z.string(),
    started_at: Moment,
    class_id: z.string(),
    exercise_set_id: z.string(),
    counts: z.strictObject({
      flashcards: count,
      spelling: count,
      fill_in_blank: count,
      grammar: count,
      sentence_builder: count,
    }),
  })
  .meta({ id: 'LearnerLesson' });
type PresentedLearnerLesson = z.input<typeof PresentedLearnerLesson>;

/** The published lessons of a learner's classes, newest first. */
export async function listLearnerLessons(
  { lessons, sets }: ReturnType<ApiContext['lessonParts']>,
  learner: string,
  classIds: readonly string[],
  page: { page: number; limit: number },
): Promise<{ rows: PresentedLearnerLesson[]; total: number }> {
  if (classIds.length === 0) return { rows: [], total: 0 };
  const userIds = [learner, ...classIds.map(placeholderStudentOf)];
  const found = await sets.list({ classIds, userIds, status: 'published', ...page });
  const recorded = await lessons.listById(found.sets.map((set) => set.zoom_summary_id));
  const byId = new Map(recorded.map((lesson) => [lesson.id, lesson]));
  return { rows: found.sets.map((set) => present(set, byId.get(set.zoom_summary_id))), total: found.total };
}

/** A lesson whose recording was forgotten keeps its exercises. */
function present(set: ExerciseSet, lesson: LessonSummary | undefined): PresentedLearnerLesson {
  const { flashcards, spelling, fill_in_blank, grammar, sentence_builder } = set.exercises;
  return {
    id: set.zoom_summary_id,
    recording_id: set.recording_id,
    topic: set.title,
    started_at: lesson?.started_at ?? set.created_at,
    class_id: set.class_id,
    exercise_set_id: set.id,
    counts: {
      flashcards: flashcards.length,
      spelling: spelling.length,
      fill_in_blank: fill_in_blank.length,
      grammar: grammar.length,
      sentence_builder: sentence_builder.length,
    },
  };
}
