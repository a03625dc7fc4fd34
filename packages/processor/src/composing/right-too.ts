import { foldedWords } from '@tulkka/shared/exercises';
import { sameInDialects } from '../language/dialects.ts';
import type { Lexicon } from '../lexicon/types.ts';

/** Whether a sentence with another answer says the same in British or American English: then nobody may call it wrong. */
export const isRightToo = (sentence: string, other: string, lexicon: Lexicon): boolean =>
  sameInDialects(foldedWords(sentence), foldedWords(other), (verb) => lexicon.lemma(verb, 'verb'));
