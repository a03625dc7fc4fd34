import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import styles from './progress.module.css';

const states = ['known', 'learning', 'slipping', 'resting'] as const;

/** How many things stand where; the words and numbers are the table, the bars only repeat them. */
export function Standing({ standing }: { standing: Schema<'Today'>['standing'] }): ReactNode {
  const { t, language } = useSpeech();
  const most = Math.max(1, ...states.map((state) => standing[state]));
  return (
    <table className={styles.standing}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('progress.state')}</th>
          <th scope="col">{t('progress.count')}</th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => (
          <tr key={state}>
            <th scope="row">
              {t(`progress.${state}`)}
              <small>{t(`progress.${state}Note`)}</small>
            </th>
            <td>
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" data-state={state}>
                <rect width={(100 * standing[state]) / most} height="12" rx="2" />
              </svg>
              <span>{new Intl.NumberFormat(language).format(standing[state])}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
