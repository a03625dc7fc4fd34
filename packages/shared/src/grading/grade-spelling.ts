import { type GivenAnswer, UnreadableAnswer } from './given-answer.ts';
import type { Grade } from './grade.ts';
import { letterDifferences } from './letter-differences.ts';
import { foldedText } from './text-forms.ts';

const longestAnswer = 500;

/** The verdict on a typed word; case, surrounding space and the kind of apostrophe do not count. */
export function gradeSpelling(content: { readonly word: string }, answer: GivenAnswer): Grade {
  if (typeof answer !== 'string') throw new UnreadableAnswer('is the word as the learner typed it');
  // Every differing letter is stored; no word that was heard is half as long.
  if (answer.length > longestAnswer) throw new UnreadableAnswer(`is longer than ${longestAnswer} characters`);
  const differences = letterDifferences(foldedText(content.word), foldedText(answer));
  const isCorrect = differences.length === 0;
  return { isCorrect, credit: isCorrect ? 1 : 0, letterDifferences: differences };
}
