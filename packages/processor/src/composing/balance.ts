import {
  type ExerciseKind,
  type ExerciseLists,
  exerciseKinds,
  type KindCounts,
  takenInTurns,
} from '@tulkka/shared/exercises';

/** At most so many of a kind: words and what was put right are worth asking often, chat is no material. */
export const mostOfKind: KindCounts = {
  flashcards: 24,
  spelling: 10,
  fill_in_blank: 14,
  grammar: 30,
  sentence_builder: 10,
};
/** So many come before any more of their kind: a correction must not wait for a word that already has its card. */
const firstOfKind: KindCounts = {
  flashcards: 20,
  spelling: 4,
  fill_in_blank: 4,
  grammar: 28,
  sentence_builder: 4,
};
/** At most so many in all: what a teacher can review in one go. */
export const mostInAll = 60;

function eachKind(count: (kind: ExerciseKind) => number): KindCounts {
  return {
    flashcards: count('flashcards'),
    spelling: count('spelling'),
    fill_in_blank: count('fill_in_blank'),
    grammar: count('grammar'),
    sentence_builder: count('sentence_builder'),
  };
}

const sumOf = (counts: KindCounts): number => exerciseKinds.reduce((sum, kind) => sum + counts[kind], 0);

/** Takes the best of every kind in turns, so that a full set holds some of each. `left` counts what found no place. */
export function balanced(lists: ExerciseLists): { lists: ExerciseLists; left: number } {
  const here = (kind: ExerciseKind, most: number): number => Math.min(lists[kind].length, most);
  const first = takenInTurns(
    eachKind((kind) => here(kind, firstOfKind[kind])),
    mostInAll,
  );
  const more = takenInTurns(
    eachKind((kind) => here(kind, mostOfKind[kind]) - first[kind]),
    mostInAll - sumOf(first),
  );
  const taken = eachKind((kind) => first[kind] + more[kind]);
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
