import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answerOf } from '../../api/client.ts';
import { isMissing } from '../../api/problem.ts';
import { useForgetPerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Foreign } from '../../ui/english.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Failed, Shown } from '../../ui/states.tsx';
import { JoinForm } from './join-form.tsx';

/** What an invitation leads to, and who will see what, before one accepts. */
export function Join({ invited }: { invited: string }): ReactNode {
  const { t, rich } = useSpeech();
  const { api } = useServices();
  const forgetPerson = useForgetPerson();
  const [code, setCode] = useState(invited);
  const looking = useQuery({
    queryKey: ['invitation', code],
    enabled: code !== '',
    queryFn: () => answerOf(api.POST('/api/v1/invitations/look', { body: { code } })),
  });
  const joining = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/invitations/accept', { body: { code } })),
    onSuccess: forgetPerson,
  });
  if (code === '' || isMissing(looking.error)) {
    return (
      <Screen title={t('signIn.joinTitle')}>
        <Card>
          {looking.error && <p role="alert">{t('signIn.codeUnknown')}</p>}
          <JoinForm join={setCode} />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen title={t('signIn.joinTitle')}>
      <Shown query={looking}>
        {(invited) => {
          const name = <Foreign>{invited.class.name}</Foreign>;
          if (joining.isSuccess) {
            return (
              <Card>
                <p role="status">{rich('signIn.joined', { class: name })}</p>
                <p>
                  <ButtonLink kind="main" href="/">
                    {t('shell.goToday')}
                  </ButtonLink>
                </p>
              </Card>
            );
          }
          const teacher = invited.class.teacher_name;
          return (
            <Card>
              <p>
                {teacher === null
                  ? rich('signIn.joinAskNoTeacher', { class: name })
                  : rich('signIn.joinAsk', { class: name, teacher: <Foreign>{teacher}</Foreign> })}
              </p>
              <p>{t('signIn.joinSees')}</p>
              <ul>
                {invited.seen_by_teacher.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              {joining.error && <Failed error={joining.error} />}
              <Button kind="main" disabled={joining.isPending} onClick={() => joining.mutate()}>
                {t('signIn.join')}
              </Button>
            </Card>
          );
        }}
      </Shown>
    </Screen>
  );
}
