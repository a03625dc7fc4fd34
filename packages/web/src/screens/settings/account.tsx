import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import type { Person } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { useOutbox, useWaitingCount } from '../../offline/outbox-provider.tsx';
import { leaveDevice } from '../../sign-in/leave-device.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useReason } from '../../ui/states.tsx';
import styles from './settings.module.css';

/** Who is signed in, and the way out: this device then keeps nothing of them. */
export function Account({ person }: { person: Person }): ReactNode {
  const { t } = useSpeech();
  const { api, signedIn } = useServices();
  const queries = useQueryClient();
  const outbox = useOutbox();
  const waiting = useWaitingCount();
  const leaving = useMutation({
    mutationFn: async () => {
      await outbox.flush();
      await leaveDevice(signedIn, person.id);
      queries.clear();
    },
  });
  const exporting = useMutation({
    mutationFn: async () => {
      const all = await answerOf(api.GET('/api/v1/me/export'));
      saveFile('my-lessons.json', 'application/json', JSON.stringify(all, null, 2));
    },
  });
  const reason = useReason(exporting.error);
  const leave = (): void => leaving.mutate();
  return (
    <>
      {person.email !== null && <p>{t('settings.account', { email: person.email })}</p>}
      <div className={styles.actions}>
        <Button disabled={exporting.isPending} onClick={() => exporting.mutate()}>
          {t('settings.export')}
        </Button>
        {waiting > 0 ? (
          <ConfirmButton
            label={t('signIn.out')}
            ask={t('shell.unsentAsk', { count: waiting })}
            confirm={t('signIn.out')}
            onConfirm={leave}
          />
        ) : (
          <Button disabled={leaving.isPending} onClick={leave}>
            {t('signIn.out')}
          </Button>
        )}
      </div>
      {exporting.error && <p role="alert">{reason}</p>}
    </>
  );
}
