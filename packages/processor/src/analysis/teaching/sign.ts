import type { PartOfSpeech } from '../../lexicon/types.ts';
import type { Sentence } from '../types.ts';
import type { Way } from './way.ts';

/** A sign that a term was taught: where, how strong, and what the teacher said it means. */
export interface Sign {
  sentence: Sentence;
  /** The words that hold the term, still with articles, objects and placeholders. */
  phrase: string;
  /** How plainly the teacher stopped for it, 0 to 1. */
  weight: number;
  definition: string | null;
  part: PartOfSpeech | null;
  /** True where something shows that the words are the term, no more and no less. */
  isWhole?: boolean;
  /** The last sentence of what teaches it, where that is more than one. */
  until?: Sentence;
  way: Way;
}
