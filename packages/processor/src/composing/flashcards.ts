import type { Flashcard, GoodSentence } from '@tulkka/shared/exercises';
import type { Lexicon } from '../lexicon/index.ts';
import { meaningOf } from './definition.ts';
import { difficultyFrom, wordHardness } from './difficulty.ts';
import { type Composed, doubtedReason, type Material, type TermMaterial } from './material.ts';
import { pictureOf } from './picture.ts';
import { repeatsMeaning } from './repeats-meaning.ts';

/**
 * An example that says more than the definition already does: the teacher's, else the dictionary's, else a learner's, in
 * which a slip may have passed.
 */
function exampleFor(
  { term, examples, spare, learnersExamples }: TermMaterial,
  definition: string | null,
): GoodSentence | undefined {
  const [own] = examples;
  if (own === undefined) return spare[0];
  const isTeachers = ({ text }: GoodSentence): boolean => learnersExamples?.has(text) !== true;
  const ranked = [...examples.filter(isTeachers), ...spare, ...examples];
  return ranked.find(({ text }) => !repeatsMeaning(text, term, definition)) ?? own;
}

/** A card for a term with a sentence of the lesson; else why there is none. */
export function composeCard(term: TermMaterial, lexicon: Lexicon): Flashcard | string {
  const meaning = meaningOf(term, lexicon);
  const { definition } = meaning;
  const picture = pictureOf(term.term, meaning, lexicon);
  const example = exampleFor(term, definition);
  if (term.doubted === 'term') return doubtedReason;
  if (definition === null) return 'Neither the teacher nor the dictionary defines it.';
  if (example === undefined) return 'No sentence of the lesson shows the word in use.';
  return {
    word: term.term,
    translation: null,
    definition,
    ...(picture !== undefined && { picture }),
    part_of_speech: term.part_of_speech,
    example_sentence: example.text,
    difficulty: difficultyFrom(wordHardness(term.term, lexicon) + (term.term.includes(' ') ? 0.5 : 0)),
    source_quote: term.quote,
  };
}

/** Cards for the taught terms, each with a sentence of the lesson. */
export function composeFlashcards(material: Material, lexicon: Lexicon): Composed<Flashcard> {
  const items: Flashcard[] = [];
  const unused: Composed<Flashcard>['unused'] = [];
  for (const term of material.terms) {
    const card = composeCard(term, lexicon);
    if (typeof card === 'string') unused.push({ kind: 'flashcards', what: term.term, reason: card });
    else items.push(card);
  }
  return { items, unused };
}
