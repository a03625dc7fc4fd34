import type { GameType } from '@tulkka/shared/games';
import type { MemoryStanding } from '@tulkka/shared/memory';
import { PlayedGame, SessionMode } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';
import type { Today } from '../practice/today.ts';

const count = z.int().min(0);
const DateOnly = z.iso.date();

/** How many things stand how. */
export const StandingCounts = z.strictObject({
  known: count,
  learning: count,
  slipping: count,
  resting: count,
} satisfies Record<MemoryStanding, z.ZodType>);

const GameCounts = z.strictObject({
  flashcards: count,
  spelling_bee: count,
  advanced_cloze: count,
  grammar_challenge: count,
  sentence_builder: count,
} satisfies Record<GameType, z.ZodType>);

/** A learner's day as the API shows it. */
export const PresentedToday = z
  .strictObject({
    success: z.literal(true),
    date: DateOnly.meta({ description: 'The learner’s day; it begins at 4:00 in their time zone.' }),
    time_zone: z.string(),
    day_ends_at: Moment,
    due: z.strictObject({ total: count, by_game: GameCounts }).meta({
      description: 'What is about to be forgotten, at most the size of a day.',
    }),
    new: z.strictObject({
      left: count.meta({ description: 'So many new things are left for today.' }),
      per_day: count,
      begun_today: count,
      from: z
        .strictObject({
          title: z.string(),
          recording_id: z.string().nullable(),
          class_id: z.string().nullable(),
          available: count,
        })
        .nullable()
        .meta({ description: 'The newest lesson with something new.' }),
    }),
    minutes: count.meta({ description: 'What is due and new today takes so long, at the learner’s own pace.' }),
    goal: z.strictObject({ minutes: count, done: count, reached: z.boolean() }),
    streak: z.strictObject({
      days: count,
      kept_today: z.boolean(),
      freezes: count.meta({ description: 'So many missed days will be forgiven.' }),
    }),
    standing: StandingCounts,
    forecast: z.array(z.strictObject({ date: DateOnly, due: count })).meta({ description: 'Today and 13 more days.' }),
    calendar: z
      .array(z.strictObject({ date: DateOnly, answers: count, minutes: count }))
      .meta({ description: 'The days of practice of the last twelve weeks, oldest first.' }),
    next_due_at: Moment.nullable(),
    continue: z
      .strictObject({
        session_id: z.string(),
        game_type: PlayedGame,
        mode: SessionMode,
        current: count,
        total: count,
        started_at: Moment,
      })
      .nullable()
      .meta({ description: 'The session of the last day that is not at its end.' }),
  })
  .meta({ id: 'Today' });

/** Picks what leaves the system. */
export function presentToday(today: Today): z.input<typeof PresentedToday> {
  const { settings, due, newFrom, streak, open } = today;
  return {
    success: true,
    date: today.date,
    time_zone: settings.timeZone,
    day_ends_at: today.endsAt.toISOString(),
    due: { total: Object.values(due).reduce((total, one) => total + one, 0), by_game: due },
    new: {
      left: today.newLeft,
      per_day: settings.newPerDay,
      begun_today: today.begunToday,
      from: newFrom && {
        title: newFrom.title,
        recording_id: newFrom.recordingId,
        class_id: newFrom.classId,
        available: newFrom.available,
      },
    },
    minutes: today.minutes,
    goal: {
      minutes: settings.dailyGoalMinutes,
      done: today.doneMinutes,
      reached: today.doneMinutes >= settings.dailyGoalMinutes,
    },
    streak: { days: streak.days, kept_today: streak.keptToday, freezes: streak.freezes },
    standing: today.standing,
    forecast: today.forecast,
    calendar: today.calendar,
    next_due_at: today.nextDueAt,
    continue: open && {
      session_id: open.id,
      game_type: open.gameType,
      mode: open.mode,
      current: open.visited,
      total: open.totalItems,
      started_at: open.startedAt,
    },
  };
}
