import { verbsOf, writtenOut } from './contractions.ts';
import { type FindNumber, findSmallNumber } from './small-numbers.ts';
import { withoutDialect } from './spelling-variants.ts';

/** What is compared as one when a text may be typed as it sounds: mostly a word, all of `twenty five`, half of `I'm`. */
export interface SpokenWord {
  /** What it may be; two where a short form may be either of two verbs. */
  forms: readonly string[];
  /** The words of the text that it comes from: the first, and the one behind the last. */
  from: number;
  to: number;
}

/** Folded words as they sound: contractions written out, numbers in digits, one dialect. */
export function spokenWords(words: readonly string[], findNumber: FindNumber = findSmallNumber): SpokenWord[] {
  const pieces = words.flatMap((word, from) =>
    writtenOut(word)
      .split(/[\s-]+/u)
      .filter((piece) => piece !== '')
      .map((piece) => ({ piece, from })),
  );
  const plain = pieces.map(({ piece }) => piece);
  const spoken: SpokenWord[] = [];
  for (let at = 0; at < pieces.length; ) {
    const number = findNumber(plain, at);
    const last = at + (number?.length ?? 1) - 1;
    const forms = number ? [number.digits] : verbsOf(plain[at] ?? '').map(withoutDialect);
    spoken.push({ forms, from: pieces[at]?.from ?? 0, to: (pieces[last]?.from ?? 0) + 1 });
    at = last + 1;
  }
  return spoken;
}

/** Whether two of them may be the same. */
export const soundsSame = (one: SpokenWord, other: SpokenWord): boolean =>
  one.forms.some((form) => other.forms.includes(form));

/** Whether two texts sound the same, word by word. */
export function areSpokenSame(one: readonly SpokenWord[], other: readonly SpokenWord[]): boolean {
  const isThere = (word: SpokenWord, there: SpokenWord | undefined) => there !== undefined && soundsSame(word, there);
  return one.length === other.length && one.every((word, i) => isThere(word, other[i]));
}
