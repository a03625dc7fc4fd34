import type { GameType } from '@tulkka/shared/games';
import {
  dateOf,
  dayAfter,
  daySize,
  dayStartOf,
  type MemoryStanding,
  minutesFor,
  type PracticeSettings,
  type Streak,
  shareOfDay,
  streakOf,
  usualAnswerMs,
  usualTime,
  weekdayOf,
} from '@tulkka/shared/memory';
import {
  type DueCount,
  type MemoryCounts,
  type NewSource,
  type OpenSession,
  type PracticeDay,
  TodayRepository,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';

/** A learner's day: what is due, what is new, and how it has gone so far. */
export interface Today {
  date: string;
  endsAt: Date;
  settings: PracticeSettings;
  due: Record<GameType, number>;
  newLeft: number;
  begunToday: number;
  newFrom: NewSource | null;
  minutes: number;
  doneMinutes: number;
  streak: Streak;
  standing: Record<MemoryStanding, number>;
  forecast: { date: string; due: number }[];
  calendar: { date: string; answers: number; minutes: number }[];
  nextDueAt: string | null;
  open: OpenSession | null;
}

const forecastDays = 14;
const calendarDays = 84;
/** A streak is counted back so far. */
const streakDays = 400;
const dayMs = 86_400_000;

/** Reads a learner's day, in three statements. */
export async function readToday(db: Knex, userId: string, now: Date): Promise<Today> {
  const reader = new TodayRepository(db, userId);
  const { settings, open } = await reader.begin(new Date(now.getTime() - dayMs));
  const { timeZone: zone } = settings;
  const dayStart = dayStartOf(now, zone);
  const starts = Array.from({ length: forecastDays + 1 }, (_, i) => dayAfter(dayStart, i, zone));
  // What is due at the very beginning of a day belongs to that day.
  const ends = starts.slice(1).map((start) => new Date(start.getTime() - 1));
  const counts = await reader.countMemories(now, dayStart, [now, ...ends]);
  const { days, fresh } = await reader.listDaysAndNew(new Date(now.getTime() - streakDays * dayMs));
  const today = days.find(({ dayAt }) => dayAt.getTime() === dayStart.getTime());
  const answerMs = paceOf(days);

  const size = daySize(settings.dailyGoalMinutes, answerMs);
  const due = shareOfDay(dueNow(counts.due), size, today?.answers ?? 0);
  const dueTotal = sum(Object.values(due));
  const { begunToday } = counts;
  const available = sum(fresh.map((source) => source.available));
  const newLeft = Math.max(0, Math.min(settings.newPerDay - begunToday, available));
  const isEasyDay = (day: Date): boolean => settings.easyDays.includes(weekdayOf(day, zone));
  const waiting = counts.due.filter(({ standing, isThere }) => standing !== 'resting' && isThere);
  const dueIn = (bucket: number): number => sum(waiting.filter((one) => one.bucket === bucket).map((one) => one.count));
  return {
    date: dateOf(dayStart, zone),
    endsAt: starts[1] ?? now,
    settings,
    due,
    newLeft,
    begunToday,
    newFrom: fresh[0] ?? null,
    minutes: minutesFor(dueTotal, newLeft, answerMs),
    doneMinutes: Math.round((today?.timeSpentMs ?? 0) / 60_000),
    streak: streakOf(
      days.map(({ dayAt }) => dayAt),
      dayStart,
      isEasyDay,
    ),
    standing: standingsOf(counts),
    forecast: starts
      .slice(0, forecastDays)
      .map((start, i) => ({ date: dateOf(start, zone), due: i === 0 ? dueTotal + dueIn(1) : dueIn(i + 1) })),
    calendar: calendarOf(days, dayAfter(dayStart, -calendarDays, zone), zone),
    nextDueAt: counts.nextDueAt,
    open,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function dueNow(counts: readonly DueCount[]): Record<GameType, number> {
  const due = { flashcards: 0, spelling_bee: 0, advanced_cloze: 0, grammar_challenge: 0, sentence_builder: 0 };
  for (const { gameType, standing, bucket, isThere, count } of counts) {
    if (bucket === 0 && isThere && standing !== 'resting') due[gameType] += count;
  }
  return due;
}

/** How all things stand, but for those that are due and not there any more. */
function standingsOf({ due, standing }: MemoryCounts): Record<MemoryStanding, number> {
  const left = { ...standing };
  for (const one of due) if (!one.isThere) left[one.standing] -= one.count;
  return left;
}

/** How long this learner takes for an answer. */
function paceOf(days: readonly PracticeDay[]): number {
  const answers = sum(days.map((day) => day.answers));
  return Math.max(1000, usualTime(answers, sum(days.map((day) => day.timeSpentMs))) ?? usualAnswerMs);
}

/** Days by their dates in the learner's zone of today; a day that began in another zone has the date of its noon. */
function calendarOf(days: readonly PracticeDay[], since: Date, zone: string): Today['calendar'] {
  const dates = new Map<string, { answers: number; timeSpentMs: number }>();
  for (const { dayAt, answers, timeSpentMs } of days) {
    if (dayAt < since) continue;
    const date = dateOf(dayStartOf(new Date(dayAt.getTime() + dayMs / 2), zone), zone);
    const before = dates.get(date) ?? { answers: 0, timeSpentMs: 0 };
    dates.set(date, { answers: before.answers + answers, timeSpentMs: before.timeSpentMs + timeSpentMs });
  }
  return [...dates]
    .map(([date, { answers, timeSpentMs }]) => ({ date, answers, minutes: Math.round(timeSpentMs / 60_000) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
