import type { Samples } from './decode-sound.ts';

/** When a word is said in a piece of sound: its start and its end, in milliseconds. */
export type WordTime = [number, number];

/** Finds when each word is said in a piece of sound whose words are known. */
export interface WordAligner {
  /** One time a word; null where it cannot tell, or where it hears something else. */
  align(samples: Samples, words: readonly string[]): Promise<WordTime[] | null>;
}
