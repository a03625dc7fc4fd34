import type { ReactNode } from 'react';
import type { Person } from '../../app/person.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Checkbox, Select } from '../../ui/field.tsx';
import type { Change } from './change.ts';
import { Reminder } from './reminder.tsx';
import { repetitionsAt } from './repetitions.ts';
import styles from './settings.module.css';

const goals = [0, 5, 10, 15, 20, 30, 45, 60];
const numbersOfNew = [0, 5, 10, 15, 20, 30, 50];
const retentions = [0.8, 0.85, 0.9, 0.93, 0.95];

/** The choices with the present value among them. */
const including = (choices: readonly number[], value: number): number[] =>
  [...new Set([...choices, value])].sort((a, b) => a - b);

/** Where weeks begin with Sunday. */
const fromSunday = new Set(['he', 'ar']);

/** The days of a week, 1 for Monday, in the order and the words of the person's language; 1 January 2024 was a Monday. */
const weekdays = (language: string): { day: number; name: string }[] => {
  const first = fromSunday.has(language) ? 7 : 1;
  return Array.from({ length: 7 }, (_, place) => {
    const day = ((first - 1 + place) % 7) + 1;
    const name = new Date(Date.UTC(2024, 0, day, 12)).toLocaleDateString(language, {
      weekday: 'short',
      timeZone: 'UTC',
    });
    return { day, name };
  });
};

/** How much to practise, how surely, and on which days less. */
export function PracticeSettings({ person, change }: { person: Person; change(change: Change): void }): ReactNode {
  const { t, language } = useSpeech();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const numbers = new Intl.NumberFormat(language);
  const times = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const easy = new Set(person.easy_days);
  const numberSelect = (
    label: string,
    value: number,
    choices: readonly number[],
    keep: (n: number) => void,
    hint?: string,
  ) => (
    <Select label={label} hint={hint} value={value} onChange={({ target }) => keep(Number(target.value))}>
      {including(choices, value).map((n) => (
        <option key={n} value={n}>
          {numbers.format(n)}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      {numberSelect(t('settings.goal'), person.daily_goal_minutes, goals, (n) => change({ daily_goal_minutes: n }))}
      {numberSelect(
        t('settings.newPerDay'),
        person.new_per_day,
        numbersOfNew,
        (n) => change({ new_per_day: n }),
        t('settings.newPerDayNote'),
      )}
      <Select
        label={t('settings.retention')}
        hint={t('settings.retentionNote', {
          percent: percent.format(person.desired_retention),
          of_ten: Math.round(person.desired_retention * 100) / 10,
        })}
        value={person.desired_retention}
        onChange={({ target }) => change({ desired_retention: Number(target.value) })}
      >
        {including(retentions, person.desired_retention).map((share) => (
          <option key={share} value={share}>
            {percent.format(share)} · {t('settings.retentionCost', { times: times.format(repetitionsAt(share)) })}
          </option>
        ))}
      </Select>
      <fieldset className={styles.days}>
        <legend>{t('settings.easyDays')}</legend>
        {weekdays(language).map(({ day, name }) => {
          const toggled = easy.has(day) ? [...easy].filter((one) => one !== day) : [...easy, day].sort();
          return (
            <Checkbox key={name} label={name} checked={easy.has(day)} onChange={() => change({ easy_days: toggled })} />
          );
        })}
      </fieldset>
      <Checkbox
        label={t('settings.soundNote')}
        checked={person.sound}
        onChange={({ target }) => change({ sound: target.checked })}
      />
      <Reminder person={person} />
    </>
  );
}
