import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { signInWithPassword, signUp, type Tokens } from '../../sign-in/auth-server.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './sign-in.module.css';

/** Signs in, or makes an account, with e-mail and password. */
export function PasswordForm(props: { isNew: boolean; begin(tokens: Tokens): Promise<void> }): ReactNode {
  const { t } = useSpeech();
  const { api, authServer } = useServices();
  const { isNew, begin } = props;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [name, setName] = useState('');
  const signingIn = useMutation({
    mutationFn: async () => {
      const server = await authServer();
      if (server === null) throw new Error('Nobody can sign in here.');
      const tokens = await (isNew
        ? signUp(server, { email, password, name })
        : signInWithPassword(server, email, password));
      if (tokens !== null) await begin(tokens);
      if (tokens !== null && isNew) await api.PATCH('/api/v1/me', { body: { name: name.trim() } });
      return tokens !== null;
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signingIn.mutate();
  };
  const reason = useReason(signingIn.error);
  const { error } = signingIn;
  const refused = error instanceof ApiProblem && error.status === 400 && !isNew;

  return (
    <form className={styles.form} onSubmit={submit}>
      {isNew && (
        <TextField
          label={t('signIn.name')}
          required
          maxLength={120}
          autoComplete="name"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      )}
      <TextField
        label={t('signIn.email')}
        type="email"
        dir="ltr"
        required
        autoComplete="username"
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label={t(isNew ? 'signIn.passwordNew' : 'signIn.password')}
        type="password"
        dir="ltr"
        required
        minLength={isNew ? 8 : 1}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {error && <p role="alert">{refused ? t('signIn.wrong') : reason}</p>}
      {signingIn.data === false && <p role="status">{t('signIn.confirmSent')}</p>}
      <Button kind="main" type="submit" disabled={signingIn.isPending}>
        {t(isNew ? 'signIn.make' : 'signIn.go')}
      </Button>
    </form>
  );
}
