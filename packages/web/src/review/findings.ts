import type { Schema } from '../api/client.ts';
import type { Draft } from './draft.ts';

/** What an item is wished of. */
export type Wish = Schema<'ComposeExerciseRequest'>;

/** Something that was found in the lesson and is in no item. */
export interface Finding {
  key: string;
  what: 'word' | 'correction' | 'sentence';
  text: string;
  quote: string;
  /** What makes an item of it. */
  wish: Wish;
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What of the analysis became no item of the draft. */
export function findingsOf(analysis: Schema<'Analysis'>, draft: Draft): Finding[] {
  const used = folded(draft.items.map(({ item }) => JSON.stringify(item)).join(' '));
  const isUsed = (text: string): boolean => used.includes(folded(text));
  const words = analysis.vocabulary
    .filter(({ term }) => !isUsed(term))
    .map(
      ({ term, definition, quote }): Finding => ({
        key: `word ${term}`,
        what: 'word',
        text: definition === null ? term : `${term}: ${definition}`,
        quote,
        wish: { make: 'card', text: term, quote },
      }),
    );
  const corrections = analysis.corrections
    .filter(({ right }) => !isUsed(right))
    .map(
      ({ wrong, right, quote }): Finding => ({
        key: `correction ${wrong}`,
        what: 'correction',
        text: `${wrong} → ${right}`,
        quote,
        wish: { make: 'correction', text: wrong, right, quote },
      }),
    );
  const sentences = analysis.sentences
    .filter(({ text }) => !isUsed(text))
    .map(
      ({ text, quote }): Finding => ({
        key: `sentence ${text}`,
        what: 'sentence',
        text,
        quote,
        wish: { make: 'sentence', text, quote },
      }),
    );
  return [...words, ...corrections, ...sentences];
}
