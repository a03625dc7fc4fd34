/** Where a typed word leaves the right spelling. A missing letter has no `given`, one too many no `expected`. */
export interface LetterDifference {
  /** Place in the right spelling, counted from 0; for a letter too many, the place before which it stands. */
  position: number;
  expected: string | null;
  given: string | null;
}

/** How one blank of a cloze item was filled. */
export interface BlankGrade {
  index: number;
  isCorrect: boolean;
  given: string | null;
  expected: string;
}

/** How a word was heard and typed. Of `missing` ones nothing was typed; `extra` ones were not said. */
export const wordStates = ['right', 'wrong', 'missing', 'extra'] as const;

/** A word of a dictation, or several that are compared as one, as each side has it. */
export interface WordGrade {
  state: (typeof wordStates)[number];
  expected: string | null;
  given: string | null;
}

/** Why a sentence is not right yet. */
export const sentenceErrors = ['word_order', 'missing_words', 'extra_words'] as const;
export type SentenceError = (typeof sentenceErrors)[number];

/** The server's verdict on an answer, with what helps the learner to see why. */
export interface Grade {
  isCorrect: boolean;
  /** The share of the answer that was right, from 0 to 1; correct only when it is 1. */
  credit: number;
  letterDifferences?: LetterDifference[];
  blanks?: BlankGrade[];
  errorType?: SentenceError;
  /** The words of a sentence that are not there, or too many; of the order that is nearest. */
  missingWords?: string[];
  extraWords?: string[];
  /** The words of a dictation in their order. */
  words?: WordGrade[];
}

/** A verdict without shades. */
export function plainGrade(isCorrect: boolean): Grade {
  return { isCorrect, credit: isCorrect ? 1 : 0 };
}
