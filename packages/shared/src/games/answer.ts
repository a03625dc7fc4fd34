import { z } from 'zod';

const text = z.string().max(2000);
const index = z.int().min(0).max(1000);

/** What a learner answered: a typed word, an option by index or text, a list of options, or tokens in order. */
export const Answer = z.union([text, index, z.array(z.union([text, index])).max(200)]);
export type Answer = z.infer<typeof Answer>;
