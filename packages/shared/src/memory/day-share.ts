/** A day holds at least so many things, and else what fits into so many times the goal. */
const leastSize = 20;
const goalTimes = 1.5;
/** The usual time for an answer while a learner's own is not known, and the longest that counts as one. */
export const usualAnswerMs = 10_000;
/** Something new is shown, tried and tried again. */
const newCosts = 2;

/** How many things make a day of practice for a learner with this goal and pace. */
export function daySize(goalMinutes: number, answerMs: number): number {
  return Math.max(leastSize, Math.ceil((goalTimes * goalMinutes * 60_000) / answerMs));
}

/**
 * How much of what is due is asked for today, by game. Who comes back after a holiday finds the size of a day, less what
 * they have answered today, and not a heap; what is left over waits for tomorrow.
 */
export function shareOfDay<Game extends string>(
  due: Readonly<Record<Game, number>>,
  size: number,
  answeredToday: number,
): Record<Game, number> {
  const games = Object.keys(due) as Game[];
  const total = games.reduce((sum, game) => sum + due[game], 0);
  if (total <= size) return { ...due };
  const wanted = Math.max(0, size - answeredToday);
  const share: Record<Game, number> = { ...due };
  let given = 0;
  let passed = 0;
  for (const game of games) {
    passed += due[game];
    // Rounded along the way, so that the parts make the whole.
    share[game] = Math.round((wanted * passed) / total) - given;
    given += share[game];
  }
  return share;
}

/** The minutes that so many due and new things take. */
export function minutesFor(due: number, fresh: number, answerMs: number): number {
  return Math.ceil(((due + newCosts * fresh) * answerMs) / 60_000);
}
