import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './today.module.css';

/** The day's goal and the row of days. */
export function Goal({ today }: { today: Schema<'Today'> }): ReactNode {
  const { t } = useSpeech();
  const { goal, streak } = today;
  return (
    <div className={styles.pair}>
      {goal.minutes > 0 && (
        <Card title={t('today.goal')}>
          <progress max={goal.minutes} value={Math.min(goal.done, goal.minutes)} aria-label={t('today.goal')} />
          <p>{goal.reached ? t('today.goalReached') : t('today.goalDone', { done: goal.done, goal: goal.minutes })}</p>
        </Card>
      )}
      <Card title={streak.days > 0 ? t('today.streak', { count: streak.days }) : t('today.streakNone')} tone="warm">
        {streak.days > 0 && <p>{t(streak.kept_today ? 'today.streakKept' : 'today.streakOpen')}</p>}
        {streak.freezes > 0 && <p>{t('today.freezes', { count: streak.freezes })}</p>}
      </Card>
    </div>
  );
}
