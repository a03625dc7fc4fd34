import type { Schema } from '../api/client.ts';

type Today = Schema<'Today'>;

/**
 * What a kept Today still tells. On a later day what was due is due as before, while the goal begins anew and the row
 * of days waits for the day's practice.
 */
export function keptToday(kept: Today, now: Date): Today {
  if (now.getTime() < Date.parse(kept.day_ends_at)) return kept;
  return {
    ...kept,
    goal: { ...kept.goal, done: 0, reached: false },
    streak: { ...kept.streak, kept_today: false },
  };
}

/** Whether it says what to do now; where nothing was to be done, something may have fallen due since. */
export function saysWhatToDo({ continue: going, due, new: fresh, next_due_at: next }: Today, now: Date): boolean {
  if (going !== null || due.total > 0 || (fresh.left > 0 && fresh.from !== null)) return true;
  return next !== null && now.getTime() < Date.parse(next);
}
