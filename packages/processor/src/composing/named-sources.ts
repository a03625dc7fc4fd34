import { holdsWords, type LessonExercises, setItemsOf } from '@tulkka/shared/exercises';
import type { ImportedMeaning, Lexicon } from '../lexicon/index.ts';

/** How an imported dictionary is named where something of it is used. */
export const sourceOf = ({ source: { name, licence } }: ImportedMeaning): string => `${name} (${licence})`;

/** How often each name stands in a list, in the order of their first places. */
export const counted = (names: readonly string[]): [string, number][] =>
  [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]);

/** The set with more to tell its teacher. */
export const withNotes = (set: LessonExercises, notes: readonly string[]): LessonExercises =>
  notes.length === 0 ? set : { ...set, quality: { ...set.quality, notes: [...set.quality.notes, ...notes] } };

/** The set with a note for each imported dictionary whose words explain something in it, as its licence may ask. */
export function withMeaningsNamed(set: LessonExercises, terms: readonly string[], lexicon: Lexicon): LessonExercises {
  const texts = setItemsOf(set).map(({ item }) => JSON.stringify(item));
  const sources = terms.flatMap((term) => {
    const used = lexicon
      .imported(term)
      .filter(({ source, meaning }) => source.defines && meaning && texts.some((text) => holdsWords(text, meaning)));
    return [...new Set(used.map(sourceOf))];
  });
  return withNotes(
    set,
    counted(sources).map(([source, count]) => `${count} meanings come from ${source}.`),
  );
}
