import { AppError } from '../errors/index.ts';
import type { Parameters } from '../memory/index.ts';
import { threadEntry, WorkThread } from '../threads/index.ts';
import type { Trial } from './histories.ts';
import type { Judged } from './judge.ts';

/** What the thread is asked: are there better parameters for these answers than those in use? */
export interface FitRequest {
  trials: readonly Trial[];
  inUse: Parameters;
}

/** The answer: what fitting came to; null for too few answers, `no optimizer` where this machine has none. */
export type FitAnswer = Judged | null | 'no optimizer';

/** A hundred thousand answers take a minute. */
const limits = {
  longestMs: 900_000,
  memoryMb: 2048,
  refusal: (reason: 'time' | 'memory'): AppError =>
    new AppError('internal_error', `Fitting the memory's parameters takes too much ${reason}.`, { retryable: true }),
};

/** Fits parameters in a thread of its own, which lives from the first request until it is closed. */
export class ParameterFitting {
  private readonly thread = new WorkThread<FitRequest, FitAnswer>({
    ...limits,
    entry: threadEntry(import.meta.url, 'fitting-thread'),
  });

  /** Fits and judges. @param signal ends it @throws what `limits` refuses */
  judge(request: FitRequest, signal?: AbortSignal): Promise<FitAnswer> {
    return this.thread.run(request, signal);
  }

  /** Ends the thread; what it was working on fails. */
  close(): Promise<void> {
    return this.thread.close();
  }
}
