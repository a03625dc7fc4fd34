import { hash } from 'node:crypto';

/** What of an item is remembered: whether it is still the same answer. */
export function answerKeyOf(correctAnswer: string | readonly string[]): string {
  return hash('sha256', JSON.stringify(correctAnswer)).slice(0, 32);
}

/** The length of an answer, in characters. */
export function lengthOf(correctAnswer: string | readonly string[]): number {
  return typeof correctAnswer === 'string' ? correctAnswer.length : correctAnswer.join(' ').length;
}
