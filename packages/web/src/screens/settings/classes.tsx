import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import { type Person, useForgetPerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Foreign } from '../../ui/english.tsx';
import { useReason } from '../../ui/states.tsx';
import { JoinByCode } from '../join/join-by-code.tsx';
import styles from './settings.module.css';

/** The classes one is in, the way out of each, and the way into another. */
export function Classes({ person }: { person: Person }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const forgetPerson = useForgetPerson();
  const leaving = useMutation({
    mutationFn: (class_id: string) =>
      answerOf(
        api.DELETE('/api/v1/classes/{class_id}/members/{member_id}', {
          params: { path: { class_id, member_id: person.id } },
        }),
      ),
    onSuccess: forgetPerson,
  });
  const reason = useReason(leaving.error);
  return (
    <>
      {person.classes.length === 0 && <p>{t('settings.classesNone')}</p>}
      <ul className={styles.rows}>
        {person.classes.map(({ id, name, keep_audio }) => (
          <li key={id}>
            <span>
              <Foreign>{name}</Foreign>
              {keep_audio !== 'none' && <small> {t(`settings.keeps_${keep_audio}`)}</small>}
            </span>
            <ConfirmButton
              label={t('settings.leave')}
              ask={t('settings.leaveAsk', { class: name })}
              confirm={t('settings.leave')}
              onConfirm={() => leaving.mutate(id)}
            />
          </li>
        ))}
      </ul>
      {leaving.error && <p role="alert">{reason}</p>}
      <JoinByCode />
    </>
  );
}
