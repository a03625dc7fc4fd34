import { plainWord } from '../../language/apostrophes.ts';
import { auxiliaries } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import { verbForms } from '../word-forms.ts';

/** Whether a helping verb, also with "n't", takes the plain form of the next verb. */
export function takesPlainVerb(helper: string): boolean {
  return /^(?:do|does|did|can|could|will|would|must|should|may|might|won't|can't)$/.test(
    helper.replace(/(?<!ca|wo)n't$/, ''),
  );
}

/** A helping verb and the plain verb behind it; null where the piece is anything else. */
export function helperAndVerb(piece: string, lexicon: Lexicon): { helper: string; verb: string } | null {
  const [helper = '', verb = '', ...more] = plainWord(piece).split(' ');
  if (more.length > 0 || !takesPlainVerb(helper)) return null;
  return isPlainVerb(verb, lexicon) ? { helper, verb } : null;
}

/** Whether a word is the plain form of a verb. */
export function isPlainVerb(word: string, lexicon: Lexicon): boolean {
  const lower = word.toLowerCase();
  return (
    !auxiliaries.has(lower) &&
    lexicon.lemma(lower, 'verb') === lower &&
    lexicon.partsOfSpeech(lower).includes('verb') &&
    verbForms(lower).base === lower
  );
}

/** Whether a word is the plain form of a verb, those that help others among them: "to be", "to have". */
export function mayFollowTo(word: string, lexicon: Lexicon): boolean {
  return /^(?:be|have|do)$/.test(word.toLowerCase()) || isPlainVerb(word, lexicon);
}

/** Whether any form of a word is a verb's. */
export function isVerbForm(word: string, lexicon: Lexicon): boolean {
  return lexicon.partsOfSpeech(lexicon.lemma(word.toLowerCase(), 'verb')).includes('verb');
}

/** The last word before the blank, in lower case; empty at the head. */
export function lastOf(words: readonly string[]): string {
  return plainWord(words.at(-1) ?? '');
}
