/** The longest pause between two attempts. Past an hour a person looks sooner than the timer. */
const longestMs = 3_600_000;

/**
 * The pause before the next attempt: base · 2^(attempt-1), at most an hour, then between half and all of it at random,
 * so that jobs that failed together do not come back together.
 * @param attempt how many attempts have failed, from 1
 */
export function backoffMs(attempt: number, baseSeconds: number, random: () => number = Math.random): number {
  const full = Math.min(longestMs, baseSeconds * 1000 * 2 ** (Math.max(1, attempt) - 1));
  return Math.round(full * (0.5 + random() / 2));
}
