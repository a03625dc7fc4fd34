import { type GivenAnswer, UnreadableAnswer } from './given-answer.ts';
import type { Grade } from './grade.ts';
import { letterDifferences } from './letter-differences.ts';
import { isSameWord, typedForm } from './spelling-forms.ts';

const longestAnswer = 500;

/** The verdict on a typed word. Forms are equal where no learner would be taught otherwise (`spelling-forms.ts`). */
export function gradeSpelling(content: { readonly word: string }, answer: GivenAnswer): Grade {
  if (typeof answer !== 'string') throw new UnreadableAnswer('is the word as the learner typed it');
  // Every differing letter is stored; no word that was heard is half as long.
  if (answer.length > longestAnswer) throw new UnreadableAnswer(`is longer than ${longestAnswer} characters`);
  const [wanted, given] = [typedForm(content.word), typedForm(answer)];
  if (given !== '' && isSameWord(wanted, given)) return { isCorrect: true, credit: 1, letterDifferences: [] };
  const differences = letterDifferences(wanted, given);
  const isCorrect = differences.length === 0;
  return { isCorrect, credit: isCorrect ? 1 : 0, letterDifferences: differences };
}
