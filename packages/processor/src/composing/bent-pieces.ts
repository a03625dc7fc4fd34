import { nothing } from '@tulkka/shared/grading';
import type { Lexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { isIllFormed } from './verb-slot.ts';
import { verbForms } from './word-forms.ts';

/** So many words on either side show whether a form can stand. */
const window = 3;

/**
 * The right words with one verb among them bent so that it cannot stand where it is: "did you start" → "did you started",
 * "wouldn't have become" → "wouldn't have became". Learners say such forms, and no context makes them right.
 */
export function bentPieces({ right, before, after, order }: GrammarBlank, lexicon: Lexicon): string[] {
  if (right === nothing || order) return [];
  const words = right.split(' ');
  const around = (piece: readonly string[]): string[] => [
    ...before.slice(-window),
    ...piece,
    ...after.slice(0, window),
  ];
  if (isIllFormed(around(words), lexicon)) return [];
  return words
    .flatMap((word, at) => {
      const lemma = lexicon.lemma(word.toLowerCase(), 'verb');
      if (!lexicon.partsOfSpeech(lemma).includes('verb')) return [];
      const { base, past, participle, s } = verbForms(lemma);
      // "has was" is said by nobody
      return [...(base === 'be' ? [] : [past]), base, participle, s]
        .filter((form) => form !== word.toLowerCase())
        .map((form) => words.map((other, i) => (i === at ? form : other)));
    })
    .filter((piece) => isIllFormed(around(piece), lexicon))
    .map((piece) => piece.join(' '));
}
