import { nothing } from '@tulkka/shared/grading';
import { plainWord } from '../../language/apostrophes.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import type { GrammarBlank } from '../grammar-blank.ts';
import type { SlipExample } from '../slips/index.ts';

/** One reason why a learner's words have to change, as a rule that serves elsewhere too. */
export interface Explanation {
  name: string;
  /** The rule; null where this reason has nothing to do with the blank. */
  rule(blank: GrammarBlank, lexicon: Lexicon): string | null;
  examples: {
    /** Blanks with a part of what is said about them. */
    explains: readonly (readonly [SlipExample, string])[];
    /** Blanks that look alike and have another reason. */
    leaves: readonly SlipExample[];
  };
}

/** A piece in lower case; empty where it is no word at all. */
export const pieceOf = (piece: string): string => (piece === nothing ? '' : plainWord(piece));

/** The words of both pieces and of what stands around them, in lower case. */
export function wordsAround({ right, wrong, before, after }: GrammarBlank): {
  right: string[];
  wrong: string[];
  before: string[];
  after: string[];
} {
  const split = (piece: string): string[] => pieceOf(piece).split(' ').filter(Boolean);
  return { right: split(right), wrong: split(wrong), before: before.map(plainWord), after: after.map(plainWord) };
}

const adverb = /^(?:always|often|usually|never|also|just|really|still|only|sometimes|ever|already|not|even|probably)$/;

/** The word right before the blank that is no adverb of frequency or degree; empty at the head. */
export function wordBefore(before: readonly string[]): string {
  return before.findLast((word) => !adverb.test(word)) ?? '';
}

/** Whether a word is a noun before it is anything else. */
export const isNoun = (word: string, lexicon: Lexicon): boolean =>
  lexicon.partsOfSpeech(lexicon.lemma(word, 'noun'))[0] === 'noun';

/** Whether a word may be a verb. */
export const isVerb = (word: string, lexicon: Lexicon): boolean =>
  lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb');
