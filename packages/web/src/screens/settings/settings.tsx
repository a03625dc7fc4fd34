import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import { useForgetPerson, usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Card } from '../../ui/card.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useReason } from '../../ui/states.tsx';
import { AboutYou } from './about-you.tsx';
import { Account } from './account.tsx';
import type { Change } from './change.ts';
import { Classes } from './classes.tsx';
import { EraseMe } from './erase-me.tsx';
import { NewPassword } from './new-password.tsx';
import { PracticeSettings } from './practice-settings.tsx';
import styles from './settings.module.css';

/** The person's settings; each is kept when it is changed. */
export function Settings(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const person = usePerson();
  const forgetPerson = useForgetPerson();
  const changing = useMutation({
    mutationFn: (body: Change) => answerOf(api.PATCH('/api/v1/me', { body })),
    onSuccess: forgetPerson,
  });
  const reason = useReason(changing.error);
  const change = (body: Change): void => changing.mutate(body);
  return (
    <Screen title={t('settings.title')}>
      <p role="status" className={styles.status}>
        {changing.error ? reason : changing.isSuccess ? t('shell.saved') : ''}
      </p>
      <Card title={t('settings.you')}>
        <AboutYou person={person} change={change} />
      </Card>
      {person.role === 'student' && (
        <Card title={t('settings.practice')}>
          <PracticeSettings person={person} change={change} />
        </Card>
      )}
      {person.role === 'student' && (
        <Card title={t('settings.classes')}>
          <Classes person={person} />
        </Card>
      )}
      <Card title={t('settings.data')}>
        <Account person={person} />
      </Card>
      {person.email !== null && (
        <Card title={t('signIn.password')}>
          <NewPassword />
        </Card>
      )}
      <Card title={t('settings.erase')}>
        <EraseMe person={person} />
      </Card>
    </Screen>
  );
}
