import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { algorithmOf, defaultParameters } from '../memory/index.ts';
import {
  type FitAnswer,
  type FitRequest,
  fewestReviews,
  historiesOf,
  isWorthATry,
  type Judged,
  type Trial,
  trialsOf,
} from '../memory-fitting/index.ts';
import { AnswerLog, everybody, MemoryParametersRepository, MemoryRepository } from '../repositories/index.ts';
import { rebuildMemories } from './memory-rebuild.ts';

/** Who fits; a thread, or in its place what answers the same. */
export interface Judge {
  judge(request: FitRequest, signal?: AbortSignal): Promise<FitAnswer>;
}

/** What a turn at fitting came to. */
export interface Fitted {
  /** False where this machine has no optimizer: parameters stay what they are. */
  hasOptimizer: boolean;
  /** What was tried, and what of it predicts better than what was in use. */
  tried: number;
  taken: number;
  /** Learners whose memories were made anew with other parameters. */
  renewed: number;
}

/** Everybody's parameters are made of so many answers at most, and of one learner's so many: the newest. */
const mostOfAll = 100_000;
const mostOfOne = 2000;

/**
 * Fits the parameters of memory: everybody's together, and those of each learner with enough answers. They are taken only
 * where they predict the newest answers better than what is in use; memories that were computed with others are then made
 * anew from the log. Safe to repeat, to interrupt, and to run beside practice.
 */
export async function fitMemories(db: Knex, judge: Judge, signal?: AbortSignal): Promise<Fitted> {
  const fitted: Fitted = { hasOptimizer: true, tried: 0, taken: 0, renewed: 0 };
  const answers = await new AnswerLog(db).countByLearner();
  const tried = await new MemoryParametersRepository(db).reviewsTried();
  const worthATry = (userId: string, count: number): boolean => isWorthATry(count, tried.get(userId) ?? 0);
  const attempt = async (userId: string, trials: readonly Trial[]): Promise<void> => {
    if (!fitted.hasOptimizer || !worthATry(userId, trials.length)) return;
    const taken = await fitOne(db, judge, userId, trials, signal);
    if (taken === 'no optimizer') fitted.hasOptimizer = false;
    else fitted.tried += 1;
    if (taken === true) fitted.taken += 1;
  };
  const total = [...answers.values()].reduce((sum, count) => sum + Math.min(count, mostOfOne), 0);
  if (worthATry(everybody, Math.min(total, mostOfAll))) {
    await attempt(everybody, await trialsOfAll(db, answers.keys(), signal));
  }
  for (const [userId, count] of answers) {
    signal?.throwIfAborted();
    if (worthATry(userId, count)) await attempt(userId, await trialsOfLearner(db, userId));
  }
  fitted.renewed = await renewMemories(db, signal);
  return fitted;
}

async function fitOne(
  db: Knex,
  judge: Judge,
  userId: string,
  trials: readonly Trial[],
  signal: AbortSignal | undefined,
): Promise<boolean | 'no optimizer'> {
  const parameters = new MemoryParametersRepository(db);
  const answer = await judge.judge({ trials, inUse: await parameters.inUse(userId) }, signal);
  if (answer === 'no optimizer') return answer;
  if (answer === null) return false;
  await parameters.add(keptFit(userId, answer));
  return answer.isBetter;
}

const keptFit = (userId: string, { parameters, reviews, logLoss, logLossInUse, isBetter }: Judged) => ({
  id: uuidv7(),
  userId,
  algorithm: algorithmOf(parameters),
  parameters,
  reviews,
  logLoss,
  logLossInUse,
  taken: isBetter,
  fittedAt: new Date(),
});

async function trialsOfLearner(db: Knex, userId: string): Promise<Trial[]> {
  const answers = await new AnswerLog(db).listOfLearner(userId);
  const things = Map.groupBy(answers, ({ gameType, thing }) => `${gameType} ${thing}`);
  return trialsOf([...things.values()].flatMap((log) => historiesOf(log.map(({ review }) => review))));
}

async function trialsOfAll(db: Knex, learners: Iterable<string>, signal: AbortSignal | undefined): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const userId of learners) {
    signal?.throwIfAborted();
    if (trials.length >= mostOfAll) break;
    trials.push(...(await trialsOfLearner(db, userId)).slice(-mostOfOne));
  }
  return trials.sort((a, b) => a.at - b.at);
}

/** Makes the memories anew of who has some that were computed with other parameters than are in use; also after a crash. */
async function renewMemories(db: Knex, signal: AbortSignal | undefined): Promise<number> {
  const names = await new MemoryParametersRepository(db).namesInUse();
  const nameOf = (userId: string): string =>
    names.get(userId) ?? names.get(everybody) ?? algorithmOf(defaultParameters);
  const kept = await new MemoryRepository(db).listAlgorithms();
  const outdated = new Set(
    kept.filter(({ userId, algorithm }) => algorithm !== nameOf(userId)).map((one) => one.userId),
  );
  for (const userId of outdated) {
    signal?.throwIfAborted();
    await rebuildMemories(db, userId);
  }
  return outdated.size;
}

/** The turn in sentences. */
export function describeFitted({ hasOptimizer, tried, taken, renewed }: Fitted): string {
  if (!hasOptimizer) {
    return 'There is no optimizer for this kind of machine: the parameters stay what they are. Run this on Linux (x64).';
  }
  const tries =
    tried === 0 ? `Nothing to try: a fit needs ${fewestReviews} reviews, a quarter more than the last one had.` : '';
  return `${tries || `${tried} fit(s), of which ${taken} predict better and were taken.`} Memories of ${renewed} learner(s) made anew.`;
}
