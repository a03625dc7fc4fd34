import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { type AuthServer, sendReset } from '../../sign-in/auth-server.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './sign-in.module.css';

/** Has a link sent to who forgot their password; says the same whether the address is known or not. */
export function ResetForm({ authServer }: { authServer(): Promise<AuthServer | null> }): ReactNode {
  const { t } = useSpeech();
  const [email, setEmail] = useState('');
  const sending = useMutation({
    mutationFn: async () => {
      const server = await authServer();
      if (server) await sendReset(server, email, `${location.origin}/settings`);
      return true;
    },
  });
  const reason = useReason(sending.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('signIn.email')}
        type="email"
        dir="ltr"
        required
        autoComplete="username"
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      {sending.error && <p role="alert">{reason}</p>}
      {sending.data && <p role="status">{t('signIn.resetSent')}</p>}
      <Button kind="main" type="submit" disabled={sending.isPending}>
        {t('signIn.sendReset')}
      </Button>
    </form>
  );
}
