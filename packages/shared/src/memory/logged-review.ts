import type { Memory } from './memory.ts';
import { inOrderGiven, type Review, remember, type Scheduling } from './remember.ts';
import type { Parameters } from './review.ts';

/** An answer in the log, with the settings that held when it was recorded. */
export interface LoggedReview extends Review {
  id: string;
  zone: string;
  retention: number;
}

/**
 * The memory that a log makes, in whatever order it is given. Each answer is scheduled by the settings of its time and
 * comes back on the day that was chosen then, so the memory is the one that was kept answer by answer.
 */
export function replayLog(log: readonly LoggedReview[], seed: string, parameters: Parameters): Memory | null {
  const by = ({ zone, retention }: LoggedReview): Scheduling => ({
    seed,
    zone,
    retention,
    parameters,
    easyDays: [],
    loadOn: () => 0,
  });
  return inOrderGiven(log).reduce<Memory | null>((memory, review) => remember(memory, review, by(review)), null);
}

/** What makes the draws of a memory its own. */
export const seedOf = (userId: string, gameType: string, thing: string): string => `${userId}:${gameType}:${thing}`;
