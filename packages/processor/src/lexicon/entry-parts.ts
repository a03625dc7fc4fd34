import type { TermPart } from './learner-dictionary.ts';
import type { PartOfSpeech } from './types.ts';

const termParts: Record<PartOfSpeech, readonly TermPart[]> = {
  noun: ['noun'],
  verb: ['verb', 'phrasal verb', 'collocation'],
  adjective: ['adjective'],
  adverb: ['adverb', 'preposition'],
};

/**
 * Whether an entry can be what a term is as a part of speech: "tip" of a waiter's hand is no verb's. A phrase has its
 * meanings whatever it is called, and so has a word whose dictionary names no part.
 */
export function isOfPart({ term, part }: { term: string; part: TermPart | null }, pos: PartOfSpeech): boolean {
  return part === null || part === 'expression' || term.includes(' ') || termParts[pos].includes(part);
}
