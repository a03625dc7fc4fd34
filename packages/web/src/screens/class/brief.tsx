import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Card } from '../../ui/card.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import styles from './class.module.css';

/** One page before the next lesson: who practised, what to take up, what stuck. */
export function Brief({ brief }: { brief: Schema<'ClassBrief'> }): ReactNode {
  const { t } = useSpeech();
  const { practised, last_lesson, take_up, stuck } = brief;
  return (
    <Card title={t('classes.brief')} tone="accent">
      {last_lesson && (
        <p>
          {t('classes.lastLesson')} <Foreign>{last_lesson.title}</Foreign>
        </p>
      )}
      <p>
        {practised.learners === 0
          ? t('classes.nothingPractised')
          : `${t('classes.practised', { learners: practised.learners, of: practised.of })} ${t('classes.days', { count: practised.days })}`}
      </p>
      <h3>{t('classes.takeUp')}</h3>
      {take_up.length === 0 ? (
        <p>{t('classes.takeUpNone')}</p>
      ) : (
        <ol className={styles.takeUp}>
          {take_up.map(({ item_id, game_type, text, quote, reason, learners }) => (
            <li key={`${game_type} ${item_id}`}>
              <strong>
                <English>{text}</English>
              </strong>
              {quote !== null && quote !== text && (
                <blockquote>
                  <English>{quote}</English>
                </blockquote>
              )}
              <p className={styles.why}>
                <Foreign>{reason}</Foreign> {learners.length > 0 && <Foreign>({learners.join(', ')})</Foreign>}
              </p>
            </li>
          ))}
        </ol>
      )}
      <h3>{t('classes.stuck')}</h3>
      {stuck.length === 0 ? (
        <p>{t('classes.stuckNone')}</p>
      ) : (
        <ul className={styles.stuck}>
          {stuck.map(({ item_id, game_type, text }) => (
            <li key={`${game_type} ${item_id}`}>
              <English>{text}</English>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
