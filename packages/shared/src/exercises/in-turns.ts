import { type ExerciseKind, exerciseKinds } from './lesson-exercises.ts';

/** How many items of each kind. */
export type KindCounts = Record<ExerciseKind, number>;

/** So many items of a set are today's; the rest follows in review. */
const todaysItems = 20;

/** How many of each kind are taken when the kinds take turns, best first, until there are `most` in all. */
export function takenInTurns(counts: KindCounts, most: number): KindCounts {
  const taken: KindCounts = { flashcards: 0, spelling: 0, fill_in_blank: 0, grammar: 0, sentence_builder: 0 };
  let left = most;
  for (let round = 1; left > 0 && exerciseKinds.some((kind) => counts[kind] >= round); round += 1) {
    for (const kind of exerciseKinds) {
      if (left === 0 || counts[kind] < round) continue;
      taken[kind] = round;
      left -= 1;
    }
  }
  return taken;
}

/** The part of a set that is practised first: so many from the front of each list. */
export function todaysPart(set: Record<ExerciseKind, readonly unknown[]>): KindCounts {
  return takenInTurns(
    {
      flashcards: set.flashcards.length,
      spelling: set.spelling.length,
      fill_in_blank: set.fill_in_blank.length,
      grammar: set.grammar.length,
      sentence_builder: set.sentence_builder.length,
    },
    todaysItems,
  );
}
