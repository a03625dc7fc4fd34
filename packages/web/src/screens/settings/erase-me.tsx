import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import type { Person } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { leaveDevice } from '../../sign-in/leave-device.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './settings.module.css';

/** The end of all that is stored about a person: at the server, then on this device. */
export function EraseMe({ person }: { person: Person }): ReactNode {
  const { t } = useSpeech();
  const { api, signedIn } = useServices();
  const queries = useQueryClient();
  const erasing = useMutation({
    mutationFn: async () => {
      await answerOf(api.DELETE('/api/v1/me'));
      await leaveDevice(signedIn, person.id);
      queries.clear();
    },
  });
  const reason = useReason(erasing.error);
  return (
    <div className={styles.stack}>
      <p>{t('settings.eraseNote')}</p>
      <ConfirmButton
        label={t('settings.erase')}
        ask={t('settings.eraseAsk')}
        confirm={t('settings.eraseGo')}
        onConfirm={() => erasing.mutate()}
      />
      {erasing.error && <p role="alert">{reason}</p>}
    </div>
  );
}
