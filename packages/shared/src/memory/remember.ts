import { chooseDay } from './choose-day.ts';
import type { Evidence } from './grade-answer.ts';
import { dayAfter, daysBetween, weekdayOf } from './learner-day.ts';
import { becomesLeech } from './leech.ts';
import type { Memory } from './memory.ts';
import { daysAround, Forgetting, type Parameters } from './review.ts';

/** One answer as the log keeps it, as far as a memory is made of it. */
export interface Review {
  answeredAt: Date;
  /** When the learner's day began in which it was answered. */
  dayAt: Date;
  evidence: Evidence;
  answerKey: string;
  /** The days that were chosen when it was recorded; null before that, or where nobody chose. */
  scheduledDays: number | null;
}

/** What a learner's memories are scheduled by. */
export interface Scheduling {
  /** What makes this memory's draws its own. */
  seed: string;
  zone: string;
  /** From 0.8 to 0.95. */
  retention: number;
  parameters: Parameters;
  /** Weekdays on which the learner wants little, 1 is Monday. */
  easyDays: readonly number[];
  /** How many things are due already so many days from now. */
  loadOn: (days: number) => number;
}

/** Something forgotten comes back after ten minutes, or at the end of the session where that comes first. */
export const stepMs = 10 * 60_000;
/** So far below the wanted retention a memory counts as slipping. */
const slipBelow = 0.1;
const dayMs = 86_400_000;

/** The memory after one more review. `before` is null for a thing that was never practised. */
export function remember(before: Memory | null, review: Review, by: Scheduling): Memory {
  const known = before !== null && before.answerKey === review.answerKey ? before : null;
  const forgetting = new Forgetting(by.parameters, by.retention);
  const { answeredAt, dayAt, evidence, answerKey } = review;
  const elapsed = known === null ? 0 : daysBetween(known.lastDayAt, dayAt);
  const strength = forgetting.after(known, evidence, elapsed);
  const forgotten = evidence === 'again';
  const lapsed = forgotten && known?.state === 'review';
  const lapses = (known?.lapses ?? 0) + (lapsed ? 1 : 0);
  const scheduledDays = forgotten ? 0 : daysToNext(forgetting, known, review, elapsed, by);
  const slipDays = forgetting.daysUntil(strength.stability, by.retention - slipBelow);
  return {
    ...strength,
    state: forgotten ? (lapsed || known?.state === 'relearning' ? 'relearning' : 'learning') : 'review',
    dueAt: forgotten ? new Date(answeredAt.getTime() + stepMs) : dayAfter(dayAt, scheduledDays, by.zone),
    slipsAt: new Date(dayAt.getTime() + slipDays * dayMs),
    lastReviewAt: answeredAt,
    lastDayAt: dayAt,
    reps: (known?.reps ?? 0) + 1,
    lapses,
    scheduledDays,
    suspendedAt: lapsed && becomesLeech(lapses) ? answeredAt : (known?.suspendedAt ?? null),
    answerKey,
  };
}

/** Answers in the order in which they were given. */
export function inOrderGiven<R extends { answeredAt: Date; id: string }>(log: readonly R[]): R[] {
  return log.toSorted(
    (a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** The memory that a log makes, whatever the order in which it is given; null for an empty one. */
export function replay(log: readonly (Review & { id: string })[], by: Scheduling): Memory | null {
  return inOrderGiven(log).reduce<Memory | null>((memory, review) => remember(memory, review, by), null);
}

function daysToNext(
  forgetting: Forgetting,
  before: Memory | null,
  { dayAt, evidence, scheduledDays }: Review,
  elapsed: number,
  by: Scheduling,
): number {
  const { first, last } = daysAround(forgetting.interval(before, evidence, elapsed), elapsed);
  // What was chosen then stays chosen, as long as it is a day that could have been.
  if (scheduledDays !== null && scheduledDays >= first && scheduledDays <= last) return scheduledDays;
  const isEasyDay = (days: number): boolean =>
    by.easyDays.length > 0 && by.easyDays.includes(weekdayOf(dayAfter(dayAt, days, by.zone), by.zone));
  return chooseDay({ first, last, seed: `${by.seed}:${before?.reps ?? 0}`, loadOn: by.loadOn, isEasyDay });
}
