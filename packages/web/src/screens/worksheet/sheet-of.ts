import type { Schema } from '../../api/client.ts';
import { shuffledBy } from '../../play/shuffle.ts';

/** So much fits on one sheet of paper; the answers take another. */
const most = { words: 8, gaps: 4, questions: 5, sentences: 4 };

/** A question with the answers to choose from. */
export interface Choice {
  text: string;
  options: readonly string[];
  answer: string;
}

/** What is printed of a set. */
export interface Sheet {
  /** Words, and their meanings in another order; `answers` says which letter each word has. */
  words: { words: string[]; meanings: string[]; answers: string[] };
  gaps: Choice[];
  questions: Choice[];
  sentences: { tokens: string[]; answer: string }[];
}

type Exercises = Pick<
  Schema<'ExerciseSet'>['exercises'],
  'flashcards' | 'fill_in_blank' | 'grammar' | 'sentence_builder'
>;

/** The letter of a place: a, b, c. */
export const letterOf = (place: number): string => String.fromCharCode(97 + place);

/** The best of a set as a worksheet; the same set gives the same sheet. */
export function sheetOf(exercises: Exercises, seed: string): Sheet {
  const cards = exercises.flashcards.slice(0, most.words);
  const meanings = shuffledBy(
    cards.map(({ definition }) => definition),
    seed,
  );
  return {
    words: {
      words: cards.map(({ word }) => word),
      meanings,
      answers: cards.map(({ definition }) => letterOf(meanings.indexOf(definition))),
    },
    gaps: exercises.fill_in_blank
      .slice(0, most.gaps)
      .map(({ sentence, options, correct_answer }) => ({ text: sentence, options, answer: correct_answer })),
    questions: exercises.grammar
      .slice(0, most.questions)
      .map(({ question, options, correct_answer }) => ({ text: question, options, answer: correct_answer })),
    sentences: exercises.sentence_builder.slice(0, most.sentences).map((one) => ({
      tokens: shuffledBy(one.sentence_tokens, `${seed} ${one.english_sentence}`),
      answer: one.english_sentence,
    })),
  };
}
