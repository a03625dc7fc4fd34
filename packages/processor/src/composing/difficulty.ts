import type { Difficulty } from '@tulkka/shared/exercises';
import { foldedWords } from '@tulkka/shared/exercises';
import type { Lexicon } from '../lexicon/index.ts';

const clause =
  /^(?:because|although|though|if|when|while|which|who|that|unless|until|before|after|since|whose|whether)$/;
const hardGrammar = /\b(?:have|has|had|would|could|might)\s+(?:\w+\s+)?(?:been|\w+(?:ed|en))\b|\bif\b/i;

/**
 * Points for what makes a text hard: rare words, length, subordinate clauses, compound tenses.
 * About 0 for "I have a dog.", about 6 for a reported conditional with rare words.
 */
export function hardnessOf(text: string, lexicon: Lexicon): number {
  const words = foldedWords(text);
  const bands = words.map((word) => lexicon.frequencyBand(word)).sort((a, b) => b - a);
  const rarest = ((bands[0] ?? 1) + (bands[1] ?? bands[0] ?? 1)) / 2;
  const clauses = words.slice(1).filter((word) => clause.test(word)).length;
  return (rarest - 1) / 4 + Math.max(0, words.length - 6) / 5 + clauses * 0.5 + (hardGrammar.test(text) ? 0.5 : 0);
}

/** Names the points: below 1.5 easy, from 3 on hard. */
export function difficultyFrom(points: number): Difficulty {
  return points < 1.5 ? 'easy' : points < 3 ? 'medium' : 'hard';
}

/** How hard a single word is to know and to write. */
export function wordHardness(word: string, lexicon: Lexicon): number {
  const bands = foldedWords(word).map((part) => lexicon.frequencyBand(part));
  return (Math.max(1, ...bands) - 1) / 2.5 + Math.max(0, word.length - 6) / 6;
}
