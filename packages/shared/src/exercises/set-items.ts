import type { z } from 'zod';
import { FillInBlank, Flashcard, GrammarQuestion, SentenceBuilder, SpellingWord } from './items.ts';
import { type ExerciseKind, exerciseKinds, type LessonExercises } from './lesson-exercises.ts';
import { type ExerciseLists, type ItemView, viewsOf } from './quality/item-view.ts';

/** What an item of each list must be. */
export const itemSchemas = {
  flashcards: Flashcard,
  spelling: SpellingWord,
  fill_in_blank: FillInBlank,
  grammar: GrammarQuestion,
  sentence_builder: SentenceBuilder,
} as const satisfies Record<ExerciseKind, z.ZodType>;

/** An item together with the list that it stands in. */
export type SetItem = {
  [K in ExerciseKind]: { kind: K; item: z.infer<(typeof itemSchemas)[K]> };
}[ExerciseKind];

/** The lists of a set without anything in them. */
export const noItems: ExerciseLists = {
  flashcards: [],
  spelling: [],
  fill_in_blank: [],
  grammar: [],
  sentence_builder: [],
};

/** So many items make a lesson's practice worth its while. */
export const fewestItems = 8;

/** More than a list ever has; one with more is a mistake. */
export const mostItemsOfKind = 50;

/** The item of a set that bears an id. */
export function findSetItem(set: LessonExercises, id: string): SetItem | undefined {
  return setItemsOf(set).find(({ item }) => item.id === id);
}

/** All items of a set, list by list. */
export const setItemsOf = (set: LessonExercises): SetItem[] => [
  ...set.flashcards.map((item) => ({ kind: 'flashcards' as const, item })),
  ...set.spelling.map((item) => ({ kind: 'spelling' as const, item })),
  ...set.fill_in_blank.map((item) => ({ kind: 'fill_in_blank' as const, item })),
  ...set.grammar.map((item) => ({ kind: 'grammar' as const, item })),
  ...set.sentence_builder.map((item) => ({ kind: 'sentence_builder' as const, item })),
];

/** One item as the rules see it. */
export function viewOf({ kind, item }: SetItem): ItemView {
  const [view] = viewsOf({ ...noItems, [kind]: [item] }, kind);
  if (!view) throw new Error('A list of one item has one view.');
  return view;
}

/** A set with an item changed in its place, or added at the end of its list where none bears its id. */
export function withSetItem(set: LessonExercises, { kind, item }: SetItem): LessonExercises {
  const list: readonly { id?: string | undefined }[] = set[kind];
  const place = item.id === undefined ? -1 : list.findIndex(({ id }) => id === item.id);
  // The item is of its list's own kind: SetItem says so, and TypeScript cannot follow it through the name of the list.
  return withTotals({ ...set, [kind]: place < 0 ? [...list, item] : list.with(place, item) });
}

/** A set without an item. */
export const withoutSetItem = (set: LessonExercises, id: string): LessonExercises => {
  const others = <T extends { id?: string | undefined }>(list: readonly T[]): T[] =>
    list.filter((one) => one.id !== id);
  return withTotals({
    ...set,
    flashcards: others(set.flashcards),
    spelling: others(set.spelling),
    fill_in_blank: others(set.fill_in_blank),
    grammar: others(set.grammar),
    sentence_builder: others(set.sentence_builder),
  });
};

/** A set whose totals are those of its lists. */
export function withTotals(set: LessonExercises): LessonExercises {
  const total = exerciseKinds.reduce((sum, kind) => sum + set[kind].length, 0);
  return { ...set, total_exercises: total, quality_passed: total >= fewestItems };
}
