import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Finding } from '../../review/findings.ts';
import { Button } from '../../ui/button.tsx';
import { English } from '../../ui/english.tsx';
import styles from './review.module.css';

/** What was found and is in no item; one key makes one of it. */
export function Findings(props: {
  findings: readonly Finding[];
  cursor: string | null;
  isOpen: boolean;
  /** Why none could be made of one of them. */
  refused: { key: string; why: string } | null;
  promote(key: string): void;
  choose(key: string): void;
}): ReactNode {
  const { t } = useSpeech();
  if (props.findings.length === 0) return null;
  return (
    <section aria-label={t('desk.findings')}>
      <h2>
        {t('desk.findings')} <small>{props.findings.length}</small>
      </h2>
      <ul className={styles.list}>
        {props.findings.map(({ key, what, text }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: j and k move the cursor; the click is for the mouse
          <li
            key={key}
            id={key}
            className={styles.item}
            data-here={key === props.cursor || undefined}
            aria-current={key === props.cursor ? 'true' : undefined}
            onClick={() => props.choose(key)}
          >
            <p>
              <span className={styles.mark}>{t(`desk.${what}`)}</span> <English>{text}</English>
            </p>
            {key === props.cursor && props.isOpen && (
              <div className={styles.acts}>
                <Button onClick={() => props.promote(key)}>{t('desk.make')}</Button>
              </div>
            )}
            {props.refused?.key === key && (
              <p role="alert" className={styles.problem}>
                {props.refused.why}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
