import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { type AuthServer, signInWithPassword, type Tokens } from '../../sign-in/auth-server.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './sign-in.module.css';

type Sample = Schema<'AppConfig'>['samples'] extends readonly (infer One)[] | undefined ? One : never;

/** Goes on as one of the sample people, who exist on a person's own machine only. */
export function Samples(props: {
  samples: readonly Sample[];
  server: AuthServer;
  begin(tokens: Tokens): Promise<void>;
}): ReactNode {
  const { t } = useSpeech();
  const going = useMutation({
    mutationFn: async ({ email, password }: Sample) => {
      const tokens = await signInWithPassword(props.server, email, password);
      if (tokens) await props.begin(tokens);
    },
  });
  const reason = useReason(going.error);
  const labels = {
    student: t('signIn.sampleStudent'),
    teacher: t('signIn.sampleTeacher'),
    admin: t('signIn.sampleAdmin'),
  };
  const labelOf = ({ role, name }: Sample): string => labels[role as keyof typeof labels] ?? name;
  return (
    <Card tone="accent">
      <p>{t('signIn.samples')}</p>
      <div className={styles.samples}>
        {props.samples.map((sample) => (
          <Button key={sample.email} disabled={going.isPending} onClick={() => going.mutate(sample)}>
            {labelOf(sample)}
          </Button>
        ))}
      </div>
      {going.error && <p role="alert">{reason}</p>}
    </Card>
  );
}
