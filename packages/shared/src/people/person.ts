import { z } from 'zod';
import { defaultSettings, PracticeSettings } from '../memory/settings.ts';

/** What a person may be. */
export const PersonRole = z.enum(['student', 'teacher', 'admin', 'service']);
export type PersonRole = z.infer<typeof PersonRole>;

/** What a person chose: of the app, and of their practice. What is left out takes its default. */
export const PersonSettings = z
  .object({
    /** Language of the app. */
    locale: z.string().max(35),
    /** First language, for translations. */
    native_language: z.string().max(35).nullable(),
    sound: z.boolean(),
    time_zone: PracticeSettings.shape.timeZone,
    daily_goal_minutes: PracticeSettings.shape.dailyGoalMinutes,
    new_per_day: PracticeSettings.shape.newPerDay,
    desired_retention: PracticeSettings.shape.desiredRetention,
    easy_days: PracticeSettings.shape.easyDays,
  })
  .partial();
export type PersonSettings = z.infer<typeof PersonSettings>;

/** Somebody who signs in, or has a place in a class. */
export interface Person {
  id: string;
  /** The account that signs in as this person. */
  auth_id: string | null;
  name: string;
  email: string | null;
  role: PersonRole;
  role_changed_at: string | null;
  settings: PersonSettings;
  created_at: string;
  last_seen_at: string | null;
}

/** How a person practises: what they chose, and for the rest what holds for everybody. */
export function practiceSettingsOf(settings: PersonSettings): PracticeSettings {
  return {
    timeZone: settings.time_zone ?? defaultSettings.timeZone,
    dailyGoalMinutes: settings.daily_goal_minutes ?? defaultSettings.dailyGoalMinutes,
    newPerDay: settings.new_per_day ?? defaultSettings.newPerDay,
    desiredRetention: settings.desired_retention ?? defaultSettings.desiredRetention,
    easyDays: settings.easy_days ?? defaultSettings.easyDays,
  };
}
