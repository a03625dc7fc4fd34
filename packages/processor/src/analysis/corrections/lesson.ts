import { type Unit, unitsOf } from '../../language/align.ts';
import { plainWord } from '../../language/apostrophes.ts';
import { auxiliaries, questionWords } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Sentence, Turn } from '../types.ts';
import type { Part } from './compare/parts.ts';
import type { Markers } from './markers.ts';
import type { Point } from './ways/feedback-at-the-end.ts';
import type { Returns } from './ways/returns.ts';

export interface Lesson {
  turns: readonly Turn[];
  sentences: readonly Sentence[];
  units: readonly (readonly Unit[])[];
  keys: readonly ReadonlySet<string>[];
  returns: Returns;
  /** What is taken up in feedback, by the learner's sentence. */
  feedback: ReadonlyMap<number, readonly Point[]>;
  /** The teacher's sentences that go over mistakes. */
  stretches: ReadonlySet<number>;
  /** Those of them that say a learner's words again. */
  quoting: ReadonlySet<number>;
  parts: (sentence: Sentence) => Part[];
  markers: (sentence: Sentence) => { markers: Markers; said: string };
  /** What is said while mistakes are gone over, by teacher and learners, in order. */
  feedbackIds: readonly number[];
  lexicon: Lexicon;
}

export const opened = (units: readonly { norm: string }[]) => ` ${units.map((unit) => unit.norm).join(' ')} `;

export const openedWords = (words: readonly string[]) =>
  opened(words.flatMap((word) => unitsOf([{ text: word, lower: plainWord(word), start: 0, end: 0 }])));

export function shareMeaning(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

export function sharedCount(a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): number {
  let count = 0;
  for (const key of b) if (a?.has(key) === true) count += 1;
  return count;
}

export const asks = (word: string) => auxiliaries.has(word) || questionWords.has(word);
