import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { setPassword } from '../../sign-in/auth-server.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './settings.module.css';

/** A new password for who is signed in, also by a link of an e-mail. */
export function NewPassword(): ReactNode {
  const { t } = useSpeech();
  const { authServer, signedIn } = useServices();
  const [password, type] = useState('');
  const saving = useMutation({
    mutationFn: async () => {
      const [server, token] = await Promise.all([authServer(), signedIn.accessToken()]);
      if (server && token) await setPassword(server, token, password);
    },
    onSuccess: () => type(''),
  });
  const reason = useReason(saving.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={styles.stack} onSubmit={submit}>
      <TextField
        label={t('signIn.passwordNew')}
        type="password"
        dir="ltr"
        required
        minLength={8}
        autoComplete="new-password"
        value={password}
        onChange={({ target }) => type(target.value)}
      />
      <Button type="submit" disabled={saving.isPending}>
        {t('settings.savePassword')}
      </Button>
      {saving.error && <p role="alert">{reason}</p>}
      <p role="status">{saving.isSuccess ? t('settings.passwordSaved') : ''}</p>
    </form>
  );
}
