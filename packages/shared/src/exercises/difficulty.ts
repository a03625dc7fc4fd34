import { z } from 'zod';

/** How hard an item is for the learner it was made for. */
export const Difficulty = z.enum(['easy', 'medium', 'hard']).meta({ id: 'Difficulty' });
export type Difficulty = z.infer<typeof Difficulty>;
