import { defaultSettings } from '@tulkka/shared/memory';
import { type Person, PersonRole, PersonSettings } from '@tulkka/shared/people';
import { KeepAudio, type Standing } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';

const ClassOfPerson = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(['student', 'teacher']),
  keep_audio: KeepAudio.meta({ description: 'Whether voices of its lessons are kept: its people are told.' }),
});
export type ClassOfPerson = z.infer<typeof ClassOfPerson>;

/** The caller, as the caller sees it. */
export const PresentedSelf = z
  .strictObject({
    success: z.literal(true),
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role: PersonRole,
    ...PersonSettings.required().shape,
    chosen: z.array(PersonSettings.keyof()).meta({
      description:
        'Which of the settings were ever set; the others have their defaults, and an app may follow the browser.',
    }),
    classes: z.array(ClassOfPerson),
    created_at: Moment,
    last_seen_at: Moment.nullable(),
  })
  .meta({ id: 'Self' });

/** Picks what leaves the system; what was not chosen takes its default. */
export function presentSelf(person: Person, role: PersonRole, classes: ClassOfPerson[]): z.input<typeof PresentedSelf> {
  const { settings } = person;
  return {
    success: true,
    id: person.id,
    name: person.name,
    email: person.email,
    role,
    locale: settings.locale ?? 'en',
    native_language: settings.native_language ?? null,
    sound: settings.sound ?? true,
    time_zone: settings.time_zone ?? defaultSettings.timeZone,
    daily_goal_minutes: settings.daily_goal_minutes ?? defaultSettings.dailyGoalMinutes,
    new_per_day: settings.new_per_day ?? defaultSettings.newPerDay,
    desired_retention: settings.desired_retention ?? defaultSettings.desiredRetention,
    easy_days: settings.easy_days ?? defaultSettings.easyDays,
    chosen: PersonSettings.keyof().options.filter((name) => settings[name] !== undefined),
    classes,
    created_at: person.created_at,
    last_seen_at: person.last_seen_at,
  };
}

/** A person as staff sees them. */
export const PresentedPerson = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role: PersonRole,
    last_seen_at: Moment.nullable(),
    last_practised_at: Moment.nullable(),
    classes: z.array(ClassOfPerson.omit({ keep_audio: true })),
    email: z.string().nullable().optional().meta({ description: 'For admins and services only.' }),
  })
  .meta({ id: 'Person' });

/** @param withEmail whether the reader may know how to reach the person */
export function presentPerson(
  person: Person,
  standing: Standing | undefined,
  withEmail: boolean,
): z.input<typeof PresentedPerson> {
  const { id, name, role, last_seen_at, email } = person;
  const { classes = [], lastPractisedAt = null } = standing ?? {};
  return { id, name, role, last_seen_at, last_practised_at: lastPractisedAt, classes, ...(withEmail && { email }) };
}
