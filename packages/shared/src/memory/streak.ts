import { daysBetween } from './learner-day.ts';

/** Days in a row that something was practised. */
export interface Streak {
  days: number;
  keptToday: boolean;
  /** Missed days that will be forgiven. */
  freezes: number;
}

/** So many days in a row earn one day that may be missed, and so many of these can be saved up. */
const daysForFreeze = 7;
const mostFreezes = 2;

/**
 * The streak of a learner, from the beginnings of the days on which they practised (in any order) and of today. A day
 * that is missed uses up a freeze; easy days are not missed. Today counts once something was practised and breaks nothing
 * until it is over.
 */
export function streakOf(practised: readonly Date[], today: Date, isEasyDay: (dayStart: Date) => boolean): Streak {
  const days = [...practised].sort((a, b) => a.getTime() - b.getTime()).filter((day) => day <= today);
  let streak = { days: 0, freezes: 0 };
  let last: Date | undefined;
  for (const day of days) {
    const apart = last === undefined ? 1 : daysBetween(last, day);
    if (apart > 0) streak = { ...afterGap(streak, last, apart, isEasyDay) };
    if (apart > 0) {
      streak.days += 1;
      if (streak.days % daysForFreeze === 0) streak.freezes = Math.min(mostFreezes, streak.freezes + 1);
    }
    last = day;
  }
  if (last === undefined) return { days: 0, keptToday: false, freezes: 0 };
  const since = daysBetween(last, today);
  if (since > 1) streak = afterGap(streak, last, since, isEasyDay);
  return { ...streak, keptToday: since === 0 };
}

/** What a streak is after `apart` days without practice between its last day and another. */
function afterGap(
  streak: { days: number; freezes: number },
  last: Date | undefined,
  apart: number,
  isEasyDay: (dayStart: Date) => boolean,
): { days: number; freezes: number } {
  let { days, freezes } = streak;
  for (let missed = 1; last !== undefined && missed < apart; missed++) {
    if (isEasyDay(new Date(last.getTime() + missed * 86_400_000))) continue;
    if (freezes === 0) return { days: 0, freezes: 0 };
    freezes -= 1;
  }
  return { days, freezes };
}
