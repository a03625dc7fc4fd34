import { z } from 'zod';
import { ValidationError } from '../errors/index.ts';

const text = z.string().max(2000);
const index = z.int().min(0).max(1000);

/** What a learner answered: a typed word, an option by index or text, a list of options, or tokens in order. */
export const Answer = z.union([text, index, z.array(z.union([text, index])).max(200)]);
export type Answer = z.infer<typeof Answer>;

/** Refuses an answer that this game cannot read, at the place where the learner's device sent it. */
export function unreadableAnswer(message: string): ValidationError {
  return new ValidationError([{ path: 'answer', message }]);
}
