import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Card } from '../../ui/card.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import styles from './class.module.css';

/** How each learner of a class practises and remembers, over four weeks. */
export function Learners({ learners }: { learners: Schema<'ClassInsights'>['learners'] }): ReactNode {
  const { t, language } = useSpeech();
  const number = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent' });
  if (learners.length === 0) return null;
  const head = [
    'classes.daysHead',
    'classes.minutes',
    'classes.answers',
    'classes.known',
    'classes.learning',
    'classes.slipping',
    'classes.retention',
  ] as const;
  return (
    <Card title={t('classes.learnersTitle')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('classes.learnersTitle')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('classes.learner')}</th>
              {head.map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {learners.map(({ user_id, name, days_practised, minutes, answers, standing, retention }) => (
              <tr key={user_id}>
                <th scope="row">
                  <Foreign>{name ?? user_id}</Foreign>
                </th>
                {[days_practised, minutes, answers, standing.known, standing.learning, standing.slipping].map(
                  (value, place) => (
                    <td key={head[place]}>{number.format(value)}</td>
                  ),
                )}
                <td>{retention.measured === null ? '–' : share.format(retention.measured)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {learners
        .filter(({ leeches }) => leeches.length > 0)
        .map(({ user_id, name, leeches }) => (
          <p key={user_id} className={styles.why}>
            <Foreign>{name ?? user_id}</Foreign> · {t('classes.resting')}{' '}
            <English>{leeches.map(({ text }) => text).join(', ')}</English>
          </p>
        ))}
    </Card>
  );
}
