import { z } from 'zod';
import { isTimeZone } from './learner-day.ts';

/** What a learner may say about their practice. */
export const PracticeSettings = z.object({
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, { error: 'must be a time zone by its IANA name, as "Asia/Jerusalem"' }),
  dailyGoalMinutes: z.int().min(0).max(240),
  newPerDay: z.int().min(0).max(100),
  desiredRetention: z.number().min(0.8).max(0.95),
  /** Weekdays on which the learner wants little, 1 is Monday, 7 Sunday. */
  easyDays: z.array(z.int().min(1).max(7)).max(7),
});
export type PracticeSettings = z.infer<typeof PracticeSettings>;

/** What holds for who has said nothing. */
export const defaultSettings: PracticeSettings = {
  timeZone: 'UTC',
  dailyGoalMinutes: 5,
  newPerDay: 10,
  desiredRetention: 0.9,
  easyDays: [],
};

/** The answers of a learner in a game before their usual time is known. */
const enoughAnswers = 20;

/** The usual time for an answer, of all there were; null while they are too few to tell. */
export function usualTime(answers: number, timeSpentMs: number): number | null {
  return answers < enoughAnswers ? null : timeSpentMs / answers;
}
