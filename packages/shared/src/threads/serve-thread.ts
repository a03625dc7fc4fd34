import { parentPort } from 'node:worker_threads';
import { AppError, ValidationError } from '../errors/index.ts';
import type { ThreadAnswer, ThreadError, ThreadOrder } from './messages.ts';

/** How a thread does its work. */
export interface ThreadService<Request, Result> {
  /** Does one piece of work; the signal says that nobody waits for it any more. */
  work: (request: Request, signal: AbortSignal) => Promise<Result> | Result;
  /** Hears of errors that are not ours. What they say may quote a lesson: only this thread's log gets them. */
  onError: (error: unknown) => void;
  /** What stands in their place in the answer. */
  failure: string;
}

/** The other end of a WorkThread: answers what it is asked until it is ended. */
export function serveThread<Request, Result>({ work, onError, failure }: ThreadService<Request, Result>): void {
  const running = new Map<number, AbortController>();
  parentPort?.on('message', async (order: ThreadOrder<Request>) => {
    if (order.kind === 'stop') return running.get(order.id)?.abort();
    const stop = new AbortController();
    running.set(order.id, stop);
    try {
      say({ kind: 'done', id: order.id, result: await work(order.request, stop.signal) });
    } catch (error) {
      if (!(error instanceof AppError)) onError(error);
      say({ kind: 'failed', id: order.id, error: describe(error, failure) });
    } finally {
      running.delete(order.id);
    }
  });
}

/** Tells what happens on the way. */
export function tellNews(news: unknown): void {
  say({ kind: 'news', news });
}

const say = (answer: ThreadAnswer<unknown, unknown>): void => parentPort?.postMessage(answer);

function describe(error: unknown, failure: string): ThreadError {
  if (!(error instanceof AppError)) return { code: 'internal_error', message: failure, retryable: true, issues: null };
  const { code, message, retryable, retryAfterMs } = error;
  return { code, message, retryable, retryAfterMs, issues: error instanceof ValidationError ? error.issues : null };
}
