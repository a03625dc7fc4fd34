import type { AppErrorOptions, ErrorCode, Issue } from '../errors/index.ts';

/** An error in a form that passes between threads. */
export interface ThreadError extends Pick<AppErrorOptions, 'retryable' | 'retryAfterMs'> {
  code: ErrorCode;
  message: string;
  issues: readonly Issue[] | null;
}

/** What a thread is told. */
export type ThreadOrder<Request> = { kind: 'do'; id: number; request: Request } | { kind: 'stop'; id: number };

/** What a thread says. News are what happens on the way, a vendor call for instance. */
export type ThreadAnswer<Result, News> =
  | { kind: 'done'; id: number; result: Result }
  | { kind: 'failed'; id: number; error: ThreadError }
  | { kind: 'news'; news: News };
