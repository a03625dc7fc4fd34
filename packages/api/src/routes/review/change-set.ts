import { ConflictError, type Issue, StaleError, ValidationError } from '@tulkka/shared/errors';
import {
  askedOf,
  brokenRule,
  fold,
  type LessonExercises,
  noItems,
  remedyOf,
  type SetItem,
  setItemsOf,
  viewOf,
} from '@tulkka/shared/exercises';
import type { ChangedBy, ExerciseSet, Lesson } from '@tulkka/shared/lessons';
import { findUnplayable } from '@tulkka/shared/publishing';
import type { ApiContext } from '../../context.ts';

/** @throws StaleError, ConflictError when the set cannot be changed as it stands. */
export function requireChangeable(set: ExerciseSet, revision: number): void {
  if (set.status === 'rejected') {
    throw new ConflictError(
      'The set is rejected: take it back under review first (POST /api/v1/exercises/{id}/reopen).',
    );
  }
  if (set.status === 'approved') {
    throw new ConflictError('The set is being published: try again in a moment.', { retryable: true });
  }
  if (set.revision !== revision) throw new StaleError('The set', set.revision);
}

/** Stores a set as it was changed; the games follow where it is published. */
export function changeSet(
  { lessonParts }: ApiContext,
  set: ExerciseSet,
  exercises: LessonExercises,
  by: ChangedBy,
): Promise<ExerciseSet> {
  const { sets, publisher } = lessonParts();
  return set.status === 'published' ? publisher.mend(set, exercises, by) : sets.edit(set, exercises, by);
}

/** @throws ValidationError with what the rules and the games say against an item, each problem at its field. */
export function requireGoodItem(set: ExerciseSet, lesson: Lesson, one: SetItem): void {
  const { kind, item } = one;
  const view = viewOf(one);
  const issues: Issue[] = findUnplayable({ ...set.exercises, ...noItems, [kind]: [item] }).map(({ path, message }) => ({
    path: path.replace(`${kind}.0`, 'item'),
    message: `${message}: shorten it`,
  }));
  const transcriptText = lesson.cues?.map((cue) => cue.text).join(' ') ?? null;
  const rule = brokenRule(view, { transcriptText, corrections: set.exercises.analysis.corrections });
  if (rule) issues.push(problemOf(rule, kind, 'item'));
  const isSame = (other: SetItem): boolean =>
    other.kind === kind && other.item.id !== item.id && fold(askedOf(viewOf(other))) === fold(askedOf(view));
  if (setItemsOf(set.exercises).some(isSame)) {
    issues.push(problemOf({ name: 'no-duplicates', reason: 'The set has the same item already.' }, kind, 'item'));
  }
  if (issues.length > 0) throw new ValidationError(issues);
}

/** What a broken rule is called in an answer: at which field, and what to do. @param at where the item stands in the request */
export function problemOf(
  { name, reason }: { name: string; reason: string },
  kind: SetItem['kind'],
  at: string,
): Issue {
  const remedy = remedyOf(name, kind);
  if (!remedy) return { path: at, message: reason };
  return { path: `${at}.${remedy.field}`, message: `${reason} ${remedy.advice}` };
}
