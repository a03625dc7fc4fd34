import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../i18n/language-provider.tsx';
import { Button } from '../ui/button.tsx';
import styles from './offline-notice.module.css';

/** Calls when another version of the app waits to take over. */
async function watchForVersion(found: (waiting: ServiceWorker) => void): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration === undefined) return;
  const look = (): void => {
    // The very first version takes over nothing.
    if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** Offers a new version where nothing is under way: outside of games. */
export function NewVersion(): ReactNode {
  const { t } = useSpeech();
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => void watchForVersion(setWaiting), []);
  if (waiting === null) return null;
  const load = (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  };
  return (
    <div className={styles.notice} role="status">
      <p>
        {t('shell.update')} <Button onClick={load}>{t('shell.updateNow')}</Button>
      </p>
    </div>
  );
}
