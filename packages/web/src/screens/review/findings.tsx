import { memo, type ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Finding } from '../../review/findings.ts';
import { Button } from '../../ui/button.tsx';
import { English } from '../../ui/english.tsx';
import styles from './review.module.css';
import { useWhole } from './use-whole.ts';

interface FindingsProps {
  findings: readonly Finding[];
  cursor: string | null;
  isOpen: boolean;
  /** Why none could be made of one of them. */
  refused: { key: string; why: string } | null;
  promote(key: string): void;
  choose(key: string): void;
}

/** What was found and is in no item; one key makes one of it. */
export function Findings(props: FindingsProps): ReactNode {
  const { t } = useSpeech();
  const isWhole = useWhole();
  if (props.findings.length === 0 || !isWhole) return null;
  return (
    <section aria-label={t('desk.findings')}>
      <h2>
        {t('desk.findings')} <small>{props.findings.length}</small>
      </h2>
      <ul className={styles.list}>
        {props.findings.map((finding) => (
          <OneFinding
            key={finding.key}
            finding={finding}
            isHere={finding.key === props.cursor}
            isOpen={props.isOpen}
            why={props.refused?.key === finding.key ? props.refused.why : null}
            promote={() => props.promote(finding.key)}
            choose={() => props.choose(finding.key)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OneFindingProps {
  finding: Finding;
  isHere: boolean;
  isOpen: boolean;
  why: string | null;
  promote(): void;
  choose(): void;
}

/** Drawn again only where something of it changed, for the cursor moves fast. */
const OneFinding = memo(
  ({ finding: { key, what, text }, isHere, isOpen, why, promote, choose }: OneFindingProps): ReactNode => {
    const { t } = useSpeech();
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: j and k move the cursor; the click is for the mouse
      <li
        id={key}
        className={styles.item}
        data-here={isHere || undefined}
        aria-current={isHere ? 'true' : undefined}
        onClick={choose}
      >
        <p>
          <span className={styles.mark}>{t(`desk.${what}`)}</span> <English>{text}</English>
        </p>
        {isHere && isOpen && (
          <div className={styles.acts}>
            <Button onClick={promote}>{t('desk.make')}</Button>
          </div>
        )}
        {why && (
          <p role="alert" className={styles.problem}>
            {why}
          </p>
        )}
      </li>
    );
  },
  (a, b) => a.finding === b.finding && a.isHere === b.isHere && a.isOpen === b.isOpen && a.why === b.why,
);
