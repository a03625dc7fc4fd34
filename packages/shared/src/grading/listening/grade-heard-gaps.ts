import type { GivenAnswer } from '../given-answer.ts';
import type { Grade } from '../grade.ts';
import { type ClozeAnswers, gradeCloze } from '../grade-cloze.ts';
import { areSpokenSame } from '../spoken-words.ts';
import { heardText } from './heard-text.ts';

/** The verdict on the gaps of a text that was heard: each is chosen or typed, and what is typed is forgiven as in a dictation. */
export const gradeHeardGaps = (content: ClozeAnswers, answer: GivenAnswer): Grade =>
  gradeCloze(
    content,
    answer,
    ({ given, expected, options }) =>
      // Another option is another answer, however alike they sound.
      given === expected ||
      (!options.includes(given) && areSpokenSame(heardText(given).spoken, heardText(expected).spoken)),
  );

/** Whether all of an answer was typed. An option by its index was chosen; one by its text was typed as it stands there. */
export const isTyped = (answer: GivenAnswer | undefined): boolean =>
  typeof answer === 'object' ? answer.every((entry) => typeof entry === 'string') : typeof answer === 'string';
