import { type GivenAnswer, UnreadableAnswer } from './given-answer.ts';
import type { BlankGrade, Grade } from './grade.ts';
import { resolveOption } from './resolve-option.ts';

interface ClozeAnswers {
  readonly options: readonly (readonly string[])[];
  readonly correct_answers: readonly string[];
}

/** The verdict on the blanks of a text; part of the credit for part of the blanks. */
export function gradeCloze(content: ClozeAnswers, answer: GivenAnswer): Grade {
  const given = typeof answer === 'object' ? answer : [answer];
  const blankCount = content.correct_answers.length;
  if (given.length > blankCount) {
    throw new UnreadableAnswer(`has ${given.length} entries, but the item has ${blankCount} blank(s)`);
  }
  const blanks = content.correct_answers.map((expected, index): BlankGrade => {
    const entry = given[index];
    const option = entry === undefined ? null : resolveOption(content.options[index] ?? [], entry);
    return { index, isCorrect: option === expected, given: option, expected };
  });
  const credit = blanks.filter((blank) => blank.isCorrect).length / blankCount;
  return { isCorrect: credit === 1, credit, blanks };
}
