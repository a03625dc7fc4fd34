import { type GivenAnswer, UnreadableAnswer } from './given-answer.ts';
import type { BlankGrade, Grade } from './grade.ts';
import { resolveOption } from './resolve-option.ts';

/** The gaps of a text, with what each may be. */
export interface ClozeAnswers {
  readonly options: readonly (readonly string[])[];
  readonly correct_answers: readonly string[];
}

/** What fills a gap, and what should. */
interface FilledGap {
  given: string;
  expected: string;
  options: readonly string[];
}

/** The verdict on the blanks of a text; part of the credit for part of the blanks. */
export function gradeCloze(
  content: ClozeAnswers,
  answer: GivenAnswer,
  isRight: (gap: FilledGap) => boolean = ({ given, expected }) => given === expected,
): Grade {
  const entries = typeof answer === 'object' ? answer : [answer];
  const blankCount = content.correct_answers.length;
  if (entries.length > blankCount) {
    throw new UnreadableAnswer(`has ${entries.length} entries, but the item has ${blankCount} blank(s)`);
  }
  const blanks = content.correct_answers.map((expected, index): BlankGrade => {
    const entry = entries[index];
    const options = content.options[index] ?? [];
    const given = entry === undefined ? null : resolveOption(options, entry);
    return { index, isCorrect: given !== null && isRight({ given, expected, options }), given, expected };
  });
  const credit = blanks.filter((blank) => blank.isCorrect).length / blankCount;
  return { isCorrect: credit === 1, credit, blanks };
}
