import type { schemas } from './schema.generated.ts';

/** What the API answered instead of what was asked for. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable: branch on this. */
  readonly code: string;
  readonly errors: readonly { path: string; message: string }[];
  readonly retryAfterMs: number | null;

  constructor(status: number, problem: Partial<schemas['Problem']>, retryAfterMs: number | null = null) {
    super(problem.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.errors = problem.errors ?? [];
    this.retryAfterMs = retryAfterMs;
  }
}

/** Nobody answered: no network, or the server is away. */
export class Unreachable extends Error {}

/** Whether what was asked for is not there. */
export const isMissing = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;

/** Whether the same call may do better later. */
export const mayDoBetterLater = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ApiProblem && (error.status >= 500 || error.status === 429));

/** Whether nobody knows yet what becomes of a call: sent again, it may be taken, or turn out to have been. */
export const isUndecided = (error: unknown): boolean =>
  mayDoBetterLater(error) ||
  (error instanceof ApiProblem &&
    (error.status === 401 || error.status === 408 || error.code === 'idempotency_in_progress'));
