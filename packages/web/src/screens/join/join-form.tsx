import { type FormEvent, type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './join-form.module.css';

/** The way into a class with the code of an invitation. */
export function JoinForm({ join }: { join(code: string): void }): ReactNode {
  const { t } = useSpeech();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    join(code.trim());
  };
  return (
    <form onSubmit={submit} className={styles.join}>
      <TextField
        label={t('settings.joinCode')}
        dir="ltr"
        required
        spellCheck={false}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button type="submit">{t('signIn.codeGo')}</Button>
    </form>
  );
}
