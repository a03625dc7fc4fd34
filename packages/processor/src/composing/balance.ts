import { type ExerciseKind, type ExerciseLists, exerciseKinds } from '@tulkka/shared/exercises';

/** At most so many of one kind. */
export const mostOfKind = 8;
/** At most so many in all: what a learner can practise between two lessons. */
export const mostInAll = 24;

/** Takes the best of every kind in turns, so that a full set holds some of each. `left` counts what found no place. */
export function balanced(lists: ExerciseLists): { lists: ExerciseLists; left: number } {
  const taken = new Map<ExerciseKind, number>(exerciseKinds.map((kind) => [kind, 0]));
  let total = 0;
  for (let round = 1; round <= mostOfKind; round += 1) {
    for (const kind of exerciseKinds) {
      if (total < mostInAll && lists[kind].length >= round) {
        taken.set(kind, round);
        total += 1;
      }
    }
  }
  const count = (kind: ExerciseKind): number => taken.get(kind) ?? 0;
  const all = exerciseKinds.reduce((sum, kind) => sum + lists[kind].length, 0);
  return {
    lists: {
      flashcards: lists.flashcards.slice(0, count('flashcards')),
      spelling: lists.spelling.slice(0, count('spelling')),
      fill_in_blank: lists.fill_in_blank.slice(0, count('fill_in_blank')),
      grammar: lists.grammar.slice(0, count('grammar')),
      sentence_builder: lists.sentence_builder.slice(0, count('sentence_builder')),
    },
    left: all - total,
  };
}
