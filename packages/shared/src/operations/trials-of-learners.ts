import type { Knex } from 'knex';
import { historiesOf, type Trial, trialsOf } from '../memory-fitting/index.ts';
import { AnswerLog } from '../repositories/index.ts';

/** How many answers a fit is made of at most: everybody's, and of each learner. */
export interface MostTrials {
  ofAll: number;
  ofOne: number;
}

/** What a learner's newest answers tell about forgetting, oldest first. */
export async function trialsOfLearner(db: Knex, userId: string, most: number): Promise<Trial[]> {
  const answers = await new AnswerLog(db).listOfLearner(userId);
  const things = Map.groupBy(answers, ({ gameType, thing }) => `${gameType} ${thing}`);
  const trials = trialsOf([...things.values()].flatMap((log) => historiesOf(log.map(({ review }) => review))));
  return trials.slice(Math.max(0, trials.length - most));
}

/**
 * The same of all learners. Each has an equal share, and who needs less leaves the rest to those with more.
 * @param learners who has given the fewest answers comes first
 */
export async function trialsOfAll(
  db: Knex,
  learners: readonly string[],
  most: MostTrials,
  signal: AbortSignal | undefined,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const [i, userId] of learners.entries()) {
    signal?.throwIfAborted();
    const share = Math.ceil((most.ofAll - trials.length) / (learners.length - i));
    if (share > 0) trials.push(...(await trialsOfLearner(db, userId, Math.min(share, most.ofOne))));
  }
  return trials.sort((a, b) => a.at - b.at);
}
