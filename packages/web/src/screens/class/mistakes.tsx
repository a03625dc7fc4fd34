import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Card } from '../../ui/card.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import styles from './class.module.css';

/** What a class gets wrong, and what probably is wrong itself. */
export function Mistakes({ insights }: { insights: Schema<'ClassInsights'> }): ReactNode {
  const { t, language } = useSpeech();
  const number = new Intl.NumberFormat(language);
  const { mistakes, suspect_items } = insights;
  return (
    <>
      <Card title={t('classes.mistakes')}>
        {mistakes.length === 0 ? (
          <p>{t('classes.mistakesNone')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('classes.kind')}</th>
                <th scope="col">{t('classes.times')}</th>
                <th scope="col">{t('classes.learnersTitle')}</th>
              </tr>
            </thead>
            <tbody>
              {mistakes.map(({ category, name, count, learners }) => (
                <tr key={category}>
                  <th scope="row">
                    <Foreign>{name}</Foreign>
                  </th>
                  <td>{number.format(count)}</td>
                  <td>{number.format(learners)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {suspect_items.length > 0 && (
        <Card title={t('classes.suspect')} tone="warm">
          <p>{t('classes.suspectNote')}</p>
          <ul className={styles.stuck}>
            {suspect_items.map(({ game_type, item_id, text, wrong, reviews }) => (
              <li key={`${game_type} ${item_id}`}>
                <English>{text}</English> · {t('classes.wrongOf', { wrong, reviews })}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
