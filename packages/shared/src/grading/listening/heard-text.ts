import { type SpokenWord, spokenWords } from '../spoken-words.ts';
import { asRead, withoutInvisible, wordsOf } from '../text-forms.ts';
import { findNumber } from './number-words.ts';

/** A text as it is heard: its words as they are written, and what of them is compared. */
export interface HeardText {
  written: readonly string[];
  spoken: readonly SpokenWord[];
}

const money: Readonly<Record<string, string>> = { $: 'dollars', '£': 'pounds', '€': 'euros', '₪': 'shekels' };

/** A text without what nobody hears: case, punctuation, the kind of apostrophe; signs that are said are words. */
export function heardText(text: string): HeardText {
  const written = withoutInvisible(text).split(/\s+/u).filter(isHeard);
  // Each of its words may be several, as `check-in` and `7:30` are; they remember which one they come from.
  const parts = written.flatMap((word, from) => wordsOf(said(word)).map((part) => ({ part, from })));
  const spoken = spokenWords(
    parts.map(({ part }) => part),
    findNumber,
  );
  const placeOf = (at: number): number => parts[at]?.from ?? 0;
  return {
    written,
    spoken: spoken.map(({ forms, from, to }) => ({ forms, from: placeOf(from), to: placeOf(to - 1) + 1 })),
  };
}

/** Whether anything of it is said aloud: a dash between spaces is not. */
const isHeard = (word: string): boolean => wordsOf(said(word)).length > 0;

/** A word with its signs in words, and without the points of `a.m.` and the commas of `1,000`. */
const said = (word: string): string =>
  asRead(word)
    .replace(/([$£€₪])(\d[\d.,]*)/gu, (_, sign: string, amount: string) => `${amount} ${money[sign] ?? ''}`)
    .replace(/(\d),(?=\d{3}(?!\d))/gu, '$1')
    .replace(/(\d)\.(?=\d)/gu, '$1 point ')
    .replace(/%/gu, ' percent')
    .replace(/&/gu, ' and ')
    .replace(/(?<=(?:^|\W)\p{L})\.(?=\p{L}(?:\W|$))/gu, '');
