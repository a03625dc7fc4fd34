/** The pauses between looks that find nothing: soon after there was work, and then ever rarer. */
const idleSeconds = [1, 2, 4, 5] as const;
const longestIdleSeconds = 5;
const longestFailedSeconds = 30;

/** How the last looks at a queue went. */
export interface Looks {
  /** Looks in a row that found nothing. */
  idle: number;
  /** Looks in a row that failed. */
  failures: number;
}

/**
 * Milliseconds until the next look at a queue. Looking is cheap, so new work is taken up within seconds: 1 s after there
 * was some, growing to 5 s while there is none, and to 30 s while looking fails. A tenth at random keeps processes that
 * started together from looking together.
 * @param everySeconds the pause that is configured: a shorter one than ours is believed
 */
export function nextLookMs(looks: Looks, everySeconds: number, random: () => number = Math.random): number {
  const seconds =
    looks.failures > 0
      ? Math.min(longestFailedSeconds, 2 ** (looks.failures - 1)) * Math.min(1, everySeconds)
      : Math.min(idleSeconds[Math.max(1, looks.idle) - 1] ?? longestIdleSeconds, everySeconds);
  return Math.round(seconds * 1000 * (0.9 + random() / 5));
}
