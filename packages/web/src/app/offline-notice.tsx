import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language-provider.tsx';
import { useWaitingCount } from '../offline/outbox-provider.tsx';
import styles from './offline-notice.module.css';
import { useOnline } from './person.tsx';

/** Says that there is no network, and that nothing is lost by it. */
export function OfflineNotice(): ReactNode {
  const { t } = useSpeech();
  const online = useOnline();
  const waiting = useWaitingCount();
  return (
    <div role="status" className={styles.notice}>
      {!online && (
        <p>
          {t('shell.offline')} {waiting > 0 && t('shell.waiting', { count: waiting })}
        </p>
      )}
    </div>
  );
}
