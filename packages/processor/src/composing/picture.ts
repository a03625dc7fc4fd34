import { foldedWords } from '@tulkka/shared/exercises';
import type { Lexicon } from '../lexicon/index.ts';
import type { Meaning } from './definition.ts';

/**
 * A picture of what a card's term means: only where the term has no other sense, or the meaning says that it is the one
 * that the picture shows.
 */
export function pictureOf(term: string, { pos, definition }: Meaning, lexicon: Lexicon): string | undefined {
  if (pos !== 'noun' || definition === null) return undefined;
  const lemma = lexicon.lemma(term.toLowerCase(), 'noun');
  const found = lexicon.picture(term) ?? lexicon.picture(lemma);
  if (found === undefined) return undefined;
  const senses = Math.max(lexicon.senses(lemma, 'noun').length, lexicon.entries(lemma, 'noun').length);
  if (senses === 1) return found.picture;
  const words = foldedWords(definition);
  const meaningWords = new Set([...words, ...words.map((word) => lexicon.lemma(word, 'noun'))]);
  const tells = (word: string): boolean => word !== lemma && meaningWords.has(word);
  return found.sense.some(tells) && !found.unless.some(tells) ? found.picture : undefined;
}
