import { ConflictError, type Issue, StaleError, ValidationError } from '@tulkka/shared/errors';
import {
  brokenRule,
  type ExerciseLists,
  exerciseKinds,
  FillInBlank,
  Flashcard,
  GrammarQuestion,
  type LessonExercises,
  mostItemsOfKind,
  SentenceBuilder,
  SpellingWord,
  viewsOf,
  withTotals,
} from '@tulkka/shared/exercises';
import type { Lesson } from '@tulkka/shared/lessons';
import { findUnplayable } from '@tulkka/shared/publishing';
import { z } from 'zod';
import { requireClass } from '../../access/class-access.ts';
import { Id } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { ExerciseSetAnswer, presentExerciseSet } from '../../presenters/exercise-set.ts';
import { problemOf } from './change-set.ts';

const Body = z
  .strictObject({
    revision: z.int().min(1).optional(),
    flashcards: z.array(Flashcard).max(mostItemsOfKind).optional(),
    spelling: z.array(SpellingWord).max(mostItemsOfKind).optional(),
    fill_in_blank: z.array(FillInBlank).max(mostItemsOfKind).optional(),
    grammar: z.array(GrammarQuestion).max(mostItemsOfKind).optional(),
    sentence_builder: z.array(SentenceBuilder).max(mostItemsOfKind).optional(),
  })
  .refine((body) => exerciseKinds.some((kind) => body[kind] !== undefined), {
    error: `needs at least one of ${exerciseKinds.join(', ')}`,
  });

/** Replaces whole lists of a set under review: an item is edited or dropped by sending the list as it should be. */
export const editExercises = defineRoute({
  method: 'patch',
  path: '/api/v1/exercises/{id}',
  operationId: 'editExercises',
  tag: 'review',
  summary: 'Edit or drop items of a set under review',
  description:
    'Each list that is sent replaces the stored one; lists left out stay. Edited items pass the same rules as generated ones. With `revision` the edit is refused when somebody else changed the set meanwhile.',
  access: 'staff',
  limit: 'default',
  params: z.strictObject({ id: Id }),
  body: Body,
  bodyLimit: 2 * 1024 * 1024,
  response: { status: 200, schema: ExerciseSetAnswer },
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' }, body: { spelling: [] } },
}).handledBy(async ({ params, body, caller, context }) => {
  const { sets, lessons } = context.lessonParts();
  const set = await sets.get(params.id);
  await requireClass(context.classes, caller, set.class_id, 'The exercise set');
  if (set.status !== 'pending_review') {
    throw new ConflictError(`The set is ${set.status}; only one under review can be edited.`);
  }
  if (body.revision !== undefined && body.revision !== set.revision) {
    throw new StaleError('The set', set.revision);
  }
  const { revision: _, ...lists } = body;
  const edited = withTotals({ ...set.exercises, ...lists });
  const issues = [...findUnplayable(edited), ...findProblems(edited, await lessons.get(set.zoom_summary_id))];
  if (issues.length > 0) throw new ValidationError(issues);
  return { body: { success: true, data: presentExerciseSet(await sets.edit(set, edited, { by: caller.userId })) } };
});

/** What an edit would break: the same rules as for generated items, each problem at its item. */
function findProblems(exercises: LessonExercises, lesson: Lesson): Issue[] {
  const lists: ExerciseLists = exercises;
  const transcriptText = lesson.cues?.map((cue) => cue.text).join(' ') ?? null;
  const evidence = { transcriptText, corrections: exercises.analysis.corrections };
  return exerciseKinds.flatMap((kind) =>
    viewsOf(lists, kind).flatMap((item, position) => {
      const rule = brokenRule(item, evidence);
      return rule ? [problemOf(rule, kind, `${kind}.${position}`)] : [];
    }),
  );
}
