import {
  type ExerciseKind,
  type ExerciseLists,
  exerciseKinds,
  type KindCounts,
  takenInTurns,
} from '@tulkka/shared/exercises';

/** At most so many of a kind: words and what was put right are worth asking often, chat is no material. */
export const mostOfKind: KindCounts = {
  flashcards: 20,
  spelling: 10,
  fill_in_blank: 14,
  grammar: 16,
  sentence_builder: 10,
};
/** At most so many in all: what a teacher can review in one go. */
export const mostInAll = 60;

/** Takes the best of every kind in turns, so that a full set holds some of each. `left` counts what found no place. */
export function balanced(lists: ExerciseLists): { lists: ExerciseLists; left: number } {
  const here = (kind: ExerciseKind): number => Math.min(lists[kind].length, mostOfKind[kind]);
  const taken = takenInTurns(
    {
      flashcards: here('flashcards'),
      spelling: here('spelling'),
      fill_in_blank: here('fill_in_blank'),
      grammar: here('grammar'),
      sentence_builder: here('sentence_builder'),
    },
    mostInAll,
  );
  return {
    lists: {
      flashcards: lists.flashcards.slice(0, taken.flashcards),
      spelling: lists.spelling.slice(0, taken.spelling),
      fill_in_blank: lists.fill_in_blank.slice(0, taken.fill_in_blank),
      grammar: lists.grammar.slice(0, taken.grammar),
      sentence_builder: lists.sentence_builder.slice(0, taken.sentence_builder),
    },
    left: exerciseKinds.reduce((sum, kind) => sum + lists[kind].length - taken[kind], 0),
  };
}
