import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf } from '../../api/client.ts';
import { isMissing } from '../../api/problem.ts';
import { codeOfLink } from '../../app/code-of-link.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Tokens } from '../../sign-in/auth-server.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './sign-in.module.css';

/** A child signs in with the one-time code of their place. */
export function CodeForm({ begin }: { begin(tokens: Tokens): Promise<void> }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const [, navigate] = useLocation();
  const [code, setCode] = useState(() => (location.pathname === '/join' ? codeOfLink(location.hash) : ''));
  const opening = useMutation({
    mutationFn: async () => {
      const opened = await answerOf(api.POST('/api/v1/invitations/open', { body: { code } }));
      // The link of a place has done its work; it opens once.
      if (location.pathname === '/join') navigate('/', { replace: true });
      await begin({
        accessToken: opened.access_token,
        refreshToken: opened.refresh_token,
        endsAt: Date.now() + opened.expires_in * 1000,
      });
    },
  });
  const reason = useReason(opening.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    opening.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('signIn.codeLabel')}
        hint={t('signIn.codeHint')}
        dir="ltr"
        required
        autoCapitalize="characters"
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      {opening.error && <p role="alert">{isMissing(opening.error) ? t('signIn.codeUnknown') : reason}</p>}
      <Button kind="main" type="submit" disabled={opening.isPending}>
        {t('signIn.codeGo')}
      </Button>
    </form>
  );
}
