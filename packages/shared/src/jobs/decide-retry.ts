import { AppError } from '../errors/index.ts';
import { backoffMs } from './backoff.ts';

/** How often and how patiently a job is tried again. */
export interface RetryPolicy {
  maxAttempts: number;
  retryBaseSeconds: number;
}

/**
 * What becomes of a job after a failed attempt: the pause before the next one in milliseconds, or null when there is
 * none, and the reason to keep with it. A vendor's own retry-after is never undercut.
 * @param attempt the attempt that failed, from 1
 * @param what what could not be done, for errors that are not ours: what they say may quote the lesson
 */
export function decideRetry(
  error: unknown,
  attempt: number,
  policy: RetryPolicy,
  what: string,
): { pauseMs: number | null; reason: string } {
  const known = error instanceof AppError ? error : null;
  const reason = known?.message ?? `${what} (${error instanceof Error ? error.name : 'unknown error'}).`;
  if (attempt >= policy.maxAttempts || (known !== null && !known.retryable)) return { pauseMs: null, reason };
  return { pauseMs: Math.max(backoffMs(attempt, policy.retryBaseSeconds), known?.retryAfterMs ?? 0), reason };
}
