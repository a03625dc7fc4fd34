import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Numbers } from '../../ui/numbers.tsx';
import styles from './progress.module.css';

/** So many days are shown: twelve weeks. */
const shownDays = 84;

/** The calendar days up to today, in columns of seven. */
function lastDays(today: string): string[] {
  const end = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: shownDays }, (_, index) =>
    new Date(end - (shownDays - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** How much a day held, in four steps. */
const stepOf = (answers: number): number => (answers === 0 ? 0 : answers < 10 ? 1 : answers < 30 ? 2 : 3);

/** The days on which the learner practised. */
export function Calendar({ days, today }: { days: Schema<'Today'>['calendar']; today: string }): ReactNode {
  const { t, language } = useSpeech();
  const byDate = new Map(days.map((day) => [day.date, day]));
  const practised = days.filter(({ answers }) => answers > 0);
  const dayName = (date: string): string =>
    new Date(`${date}T12:00:00Z`).toLocaleDateString(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <>
      <p>{t('progress.calendarNote', { count: practised.length })}</p>
      <div className={styles.calendar} aria-hidden="true">
        {lastDays(today).map((date) => (
          <span key={date} data-step={stepOf(byDate.get(date)?.answers ?? 0)} title={dayName(date)} />
        ))}
      </div>
      <Numbers
        caption={t('progress.calendar')}
        head={[t('progress.day'), t('progress.answersHead'), t('progress.timeHead')]}
        rows={practised.map(({ date, answers, minutes }) => [
          dayName(date),
          answers,
          t('progress.minutes', { count: minutes }),
        ])}
      />
    </>
  );
}
