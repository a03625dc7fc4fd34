import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Numbers } from '../../ui/numbers.tsx';
import styles from './progress.module.css';

/** How much comes back on each of the next days. */
export function Forecast({ days }: { days: Schema<'Today'>['forecast'] }): ReactNode {
  const { t, language } = useSpeech();
  const most = Math.max(1, ...days.map(({ due }) => due));
  const nameOf = (date: string): string =>
    new Date(`${date}T12:00:00Z`).toLocaleDateString(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  return (
    <>
      <svg viewBox={`0 0 ${days.length * 10} 40`} className={styles.forecast} aria-hidden="true">
        {days.map(({ date, due }, index) => (
          <rect
            key={date}
            x={index * 10 + 1}
            width="8"
            y={38 - (36 * due) / most}
            height={2 + (36 * due) / most}
            rx="1"
          />
        ))}
      </svg>
      <Numbers
        caption={t('progress.forecast')}
        head={[t('progress.day'), t('progress.count')]}
        rows={days.map(({ date, due }) => [nameOf(date), due])}
      />
    </>
  );
}
