import { createHash } from 'node:crypto';

/** What of an item is remembered: whether it is still the same answer. */
export function answerKeyOf(correctAnswer: string | readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(correctAnswer)).digest('hex').slice(0, 32);
}

/** The length of an answer, in characters. */
export function lengthOf(correctAnswer: string | readonly string[]): number {
  return typeof correctAnswer === 'string' ? correctAnswer.length : correctAnswer.join(' ').length;
}
