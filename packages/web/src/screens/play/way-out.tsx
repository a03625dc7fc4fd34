import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/language-provider.tsx';
import styles from './play.module.css';

/** The way out of a game: what was answered is kept. */
export function WayOut(): ReactNode {
  const { t } = useSpeech();
  return (
    <Link href="/" className={styles.out} aria-label={t('play.out')}>
      <svg
        viewBox="0 0 24 24"
        width="28"
        height="28"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="M5 5l14 14M19 5L5 19" />
      </svg>
    </Link>
  );
}
