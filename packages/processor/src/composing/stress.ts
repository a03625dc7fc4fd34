import type { Lexicon } from '../lexicon/index.ts';

/** Names that are written so, or are taken for a word that is not. */
const shortNames = new Set('it us am pm id ok tv pc cv uk eu un hr pr pe ad bc who aids sos diy led pin'.split(' '));
/** A rarer word may be a name of its own. */
const usualBand = 4;

/** "He sat ON the bus", "this is A dinosaur": what a recorder writes large because it was said loud gives an answer away. */
export function withoutStress(text: string, lexicon: Lexicon): string {
  if (!/\p{Ll}/u.test(text)) return text;
  return text.replace(
    /(?<![\p{L}\p{N}.'’-])\p{Lu}[\p{Lu}'’]*(?![\p{L}\p{N}.'’-]*[\p{L}\p{N}])/gu,
    (word, at: number) => {
      const lower = word.toLowerCase();
      if (lower === 'i' || shortNames.has(lower)) return word;
      if (lower === 'a') return at === 0 ? word : lower;
      const isWord = word.length > 1 && lexicon.isWord(lower) && lexicon.frequencyBand(lower) <= usualBand;
      if (!isWord) return word;
      return at === 0 ? `${word.charAt(0)}${lower.slice(1)}` : lower;
    },
  );
}
