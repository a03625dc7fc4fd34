import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Logger } from '../logging/index.ts';
import { algorithmOf, defaultParameters, type Parameters } from '../memory/index.ts';
import {
  type FitAnswer,
  type FitRequest,
  fewestReviews,
  isWorthATry,
  type Judged,
  type Trial,
} from '../memory-fitting/index.ts';
import {
  AnswerLog,
  type CountedAnswers,
  everybody,
  MemoryParametersRepository,
  MemoryRepository,
} from '../repositories/index.ts';
import { renewMemories } from './memory-rebuild.ts';
import { type MostTrials, trialsOfAll, trialsOfLearner } from './trials-of-learners.ts';

/** Who fits; a thread, or in its place what answers the same. */
export interface Judge {
  judge(request: FitRequest, signal?: AbortSignal): Promise<FitAnswer>;
}

/** What a turn at fitting works with. */
export interface FitMeans {
  judge: Judge;
  log: Pick<Logger, 'warn'>;
  /** Ends the turn. */
  signal?: AbortSignal | undefined;
  most?: MostTrials;
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
  /** Fits and renewals that ended with an error; the log names them. */
  failed: number;
}

const mostTrials: MostTrials = { ofAll: 100_000, ofOne: 2000 };

/**
 * Fits the parameters of memory: everybody's together, and those of each learner with enough answers. They are taken only
 * where they predict the newest answers better than what is in use; memories that were computed with others are then made
 * anew from the log. Where one fails, the others go on. Safe to repeat, to interrupt, and to run beside practice.
 */
export async function fitMemories(db: Knex, { judge, log, signal, most = mostTrials }: FitMeans): Promise<Fitted> {
  const fitted: Fitted = { hasOptimizer: true, tried: 0, taken: 0, renewed: 0, failed: 0 };
  /** Does what may fail for one and must not stop the others. */
  const apart = async (complaint: string, userId: string, work: () => Promise<void>): Promise<void> => {
    signal?.throwIfAborted();
    try {
      await work();
    } catch (error) {
      signal?.throwIfAborted();
      fitted.failed += 1;
      log.warn(complaint, { user_id: userId === everybody ? 'everybody' : userId, error });
    }
  };
  const tries = await new MemoryParametersRepository(db).lastTries();
  const attempt = async ({ userId, answers, newestAt, read }: Candidate): Promise<void> => {
    const isWorth = (reviews: number): boolean =>
      fitted.hasOptimizer && isWorthATry({ reviews, newestAt }, tries.get(userId), new Date());
    if (!isWorth(answers)) return;
    const trials = await read();
    if (!isWorth(trials.length)) return;
    const taken = await fitOne(db, judge, userId, trials, signal);
    if (taken === 'no optimizer') fitted.hasOptimizer = false;
    else fitted.tried += 1;
    if (taken === true) fitted.taken += 1;
  };
  for (const candidate of candidatesOf(db, await new AnswerLog(db).countByLearner(), most, signal)) {
    await apart('the parameters of memory could not be fitted', candidate.userId, () => attempt(candidate));
  }
  for (const userId of await listOutdated(db)) {
    await apart('memories could not be made anew', userId, async () => {
      await renewMemories(db, userId);
      fitted.renewed += 1;
    });
  }
  return fitted;
}

/** Whose parameters may be fitted; of so many answers at most, which `read` reads. */
interface Candidate extends CountedAnswers {
  userId: string;
  read: () => Promise<Trial[]>;
}

/** Everybody together, then each learner. */
function candidatesOf(
  db: Knex,
  counted: ReadonlyMap<string, CountedAnswers>,
  most: MostTrials,
  signal: AbortSignal | undefined,
): Candidate[] {
  const learners = [...counted].map(([userId, { answers, newestAt }]) => ({
    userId,
    answers: Math.min(answers, most.ofOne),
    newestAt,
    read: () => trialsOfLearner(db, userId, most.ofOne),
  }));
  const fewestFirst = [...counted].sort(([, one], [, other]) => one.answers - other.answers).map(([userId]) => userId);
  const sum = learners.reduce((total, { answers }) => total + answers, 0);
  const newest = learners.reduce((latest, { newestAt }) => Math.max(latest, newestAt.getTime()), 0);
  const together = { answers: Math.min(sum, most.ofAll), newestAt: new Date(newest) };
  return [{ userId: everybody, ...together, read: () => trialsOfAll(db, fewestFirst, most, signal) }, ...learners];
}

async function fitOne(
  db: Knex,
  judge: Judge,
  userId: string,
  trials: readonly Trial[],
  signal: AbortSignal | undefined,
): Promise<boolean | 'no optimizer'> {
  const parameters = new MemoryParametersRepository(db);
  const inUse = await parameters.inUse(userId);
  const answer = await judge.judge({ trials, inUse }, signal).catch(async (error: unknown) => {
    // Kept, so that the same answers do not fail again each day.
    if (!signal?.aborted) await parameters.add(keptFit(userId, failedFit(inUse, trials.length)));
    throw error;
  });
  if (answer === 'no optimizer') return answer;
  if (answer === null) return false;
  await parameters.add(keptFit(userId, answer));
  return answer.isBetter;
}

/** A fit that came to nothing. No prediction has a loss of 0, so that it cannot be taken for one that was judged. */
const failedFit = (parameters: Parameters, reviews: number): Judged => ({
  parameters,
  reviews,
  logLoss: 0,
  logLossInUse: 0,
  isBetter: false,
});

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

/** Who has memories that were computed with other parameters than are in use; also after a crash. */
async function listOutdated(db: Knex): Promise<Set<string>> {
  const names = await new MemoryParametersRepository(db).namesInUse();
  const nameOf = (userId: string): string =>
    names.get(userId) ?? names.get(everybody) ?? algorithmOf(defaultParameters);
  const kept = await new MemoryRepository(db).listAlgorithms();
  return new Set(kept.filter(({ userId, algorithm }) => algorithm !== nameOf(userId)).map((one) => one.userId));
}

/** The turn in sentences. */
export function describeFitted({ hasOptimizer, tried, taken, renewed, failed }: Fitted): string {
  if (!hasOptimizer) {
    return 'There is no optimizer for this kind of machine: the parameters stay what they are. Run this on Linux (x64).';
  }
  const nothing = `Nothing to try: a fit needs ${fewestReviews} reviews, a quarter more than the last one had or 30 days since.`;
  const tries = tried + failed === 0 ? nothing : `${tried} fit(s), of which ${taken} predict better and were taken.`;
  const failures = failed === 0 ? '' : ` ${failed} fit(s) or renewal(s) failed, see above; the others went on.`;
  return `${tries} Memories of ${renewed} learner(s) made anew.${failures}`;
}
