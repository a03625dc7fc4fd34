import type { Parameters } from '../memory/index.ts';
import { logLoss, type Trial } from './histories.ts';
import type { Fit } from './optimizer.ts';

/** Fewer answers say too little about somebody. */
export const fewestReviews = 1000;
/** The newest answers, by which is judged what the others taught. */
const testShare = 0.2;

/** What fitting came to. */
export interface Judged {
  parameters: Parameters;
  /** So many answers on later days it is made of. */
  reviews: number;
  /** On the newest answers, after fitting to the older ones. */
  logLoss: number;
  /** The same with the parameters that were in use. */
  logLossInUse: number;
  /** Whether it predicts better than what was in use. */
  isBetter: boolean;
}

/**
 * Fits parameters to answers, and judges them by time: those that the older answers give must predict the newest better
 * than what is in use does. What is then taken is fitted to all. Null for too few answers.
 */
export async function fitAndJudge(trials: readonly Trial[], inUse: Parameters, fit: Fit): Promise<Judged | null> {
  if (trials.length < fewestReviews) return null;
  const tested = Math.floor(trials.length * testShare);
  const newest = trials.slice(-tested);
  const learned = await fit(trials.slice(0, -tested), inUse);
  const [logLossLearned, logLossInUse] = [logLoss(newest, learned), logLoss(newest, inUse)];
  const isBetter = logLossLearned < logLossInUse;
  const parameters = isBetter ? await fit(trials, inUse) : inUse;
  return { parameters, reviews: trials.length, logLoss: logLossLearned, logLossInUse, isBetter };
}

/** A new fit is worth a try once so much more was answered than at the last one, */
const growth = 1.25;
/** or so long after it: a fit is made of so many answers at most, and these become others without becoming more. */
const longestMs = 30 * 86_400_000;

/** The last try at a fit. */
export interface LastTry {
  /** The most reviews that any try was made of. */
  reviews: number;
  at: Date;
}

/** Whether these answers may give others parameters than those of the last try gave. */
export function isWorthATry(found: { reviews: number; newestAt: Date }, last: LastTry | undefined, now: Date): boolean {
  if (found.reviews < fewestReviews) return false;
  if (last === undefined || found.reviews >= last.reviews * growth) return true;
  return found.newestAt > last.at && now.getTime() - last.at.getTime() >= longestMs;
}
