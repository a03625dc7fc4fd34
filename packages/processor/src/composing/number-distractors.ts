import { nothing } from '@tulkka/shared/grading';
import { conjunctions, isNumber, prepositions } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { pluralOf } from './word-forms.ts';

const oneWord = (piece: string): boolean => piece !== nothing && !piece.includes(' ');

const lastWord = (words: readonly string[]): string => words.at(-1)?.toLowerCase() ?? '';

/** Whether a noun looks like several. */
export const isPlural = (word: string): boolean =>
  /[^su]s$/i.test(word) || /^(?:people|children|men|women)$/i.test(word);

/** The other number of a noun, its -'s, and what learners put before it. */
export function nounNumberChoices({ right, before }: GrammarBlank, lexicon: Lexicon): string[] {
  // "many of brands", "two of mistakes"
  const isCounted = isNumber(lastWord(before)) || /^(?:some|many|few|several|more|much|any)$/.test(lastWord(before));
  const last = lastWord(before);
  const mayOpen = last === '' || prepositions.has(last) || conjunctions.has(last);
  const counted = isCounted ? [`of ${right}`] : mayOpen && isPlural(right) ? [`a ${right.toLowerCase()}`] : [];
  const one = lexicon.lemma(right, 'noun');
  const many = pluralOf(one);
  if (right.toLowerCase() === one) return [many, `${one}'s`, ...counted];
  return [one, `${one}'s`, ...(many.endsWith('s') ? [] : [`${many}s`]), ...counted].filter((each) => each !== right);
}

/** Whether the two pieces are one noun, once and several times. */
export function isNounNumber({ right, wrong, before }: GrammarBlank, lexicon: Lexicon): boolean {
  if (!oneWord(right) || !oneWord(wrong)) return false;
  const sameNoun = lexicon.lemma(right, 'noun') === lexicon.lemma(wrong, 'noun');
  const last = before.at(-1)?.toLowerCase() ?? '';
  const counted =
    isNumber(last) ||
    /^(?:some|many|few|several|these|those|two|any|of|my|your|his|her|our|their|the|a|lots|percent|enough)$/.test(
      last,
    ) ||
    before.length === 0;
  return (
    sameNoun &&
    (counted || lexicon.partsOfSpeech(lexicon.lemma(right, 'noun'))[0] === 'noun') &&
    !/^(?:he|she|it|i|you|we|they)$/.test(last)
  );
}
