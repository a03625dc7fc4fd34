import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { isLanguage, languageCodes, languages } from '../../i18n/languages.ts';
import { tokensOfLink } from '../../sign-in/auth-server.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { Shown } from '../../ui/states.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { ResetForm } from './reset-form.tsx';
import { Samples } from './samples.tsx';
import styles from './sign-in.module.css';

type Way = 'in' | 'up' | 'reset' | 'code';

/** The first screen of somebody who is not signed in. */
export function SignIn(): ReactNode {
  const { t, language, setLanguage } = useSpeech();
  const { appConfig, authServer, signedIn } = useServices();
  const queries = useQueryClient();
  const [way, setWay] = useState<Way>('in');
  const config = useQuery({ queryKey: ['app-config'], queryFn: appConfig });

  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('shell.app')}`;
  }, [t]);
  useEffect(() => {
    const link = tokensOfLink(location.hash);
    if (link === null) return;
    // Who forgot a password chooses a new one next.
    history.replaceState(null, '', link.kind === 'recovery' ? '/settings' : location.pathname);
    void signedIn.begin(link.tokens);
  }, [signedIn]);

  const begin = async (tokens: Parameters<typeof signedIn.begin>[0]): Promise<void> => {
    queries.removeQueries({ queryKey: ['me'] });
    await signedIn.begin(tokens);
  };

  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>{t('shell.app')}</h1>
        <p>{t('signIn.lead')}</p>
      </div>
      <Shown query={config}>
        {({ auth, samples }) =>
          auth.browser_url === null || auth.key === null ? (
            <Card>
              <p>{t('signIn.none')}</p>
            </Card>
          ) : (
            <>
              {samples.length > 0 && (
                <Samples samples={samples} server={{ url: auth.browser_url, key: auth.key }} begin={begin} />
              )}
              <Card title={t(way === 'code' ? 'signIn.code' : way === 'up' ? 'signIn.make' : 'signIn.title')}>
                {way === 'code' && <CodeForm begin={begin} />}
                {way === 'reset' && <ResetForm authServer={authServer} />}
                {(way === 'in' || way === 'up') && <PasswordForm key={way} isNew={way === 'up'} begin={begin} />}
                <div className={styles.ways}>
                  {way !== 'in' && (
                    <Button kind="quiet" onClick={() => setWay('in')}>
                      {t('signIn.have')}
                    </Button>
                  )}
                  {way !== 'up' && (
                    <Button kind="quiet" onClick={() => setWay('up')}>
                      {t('signIn.new')}
                    </Button>
                  )}
                  {way !== 'code' && (
                    <Button kind="quiet" onClick={() => setWay('code')}>
                      {t('signIn.code')}
                    </Button>
                  )}
                  {way === 'in' && (
                    <Button kind="quiet" onClick={() => setWay('reset')}>
                      {t('signIn.forgot')}
                    </Button>
                  )}
                </div>
              </Card>
            </>
          )
        }
      </Shown>
      <Select
        label={t('settings.language')}
        value={language}
        onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
      >
        {languageCodes.map((code) => (
          <option key={code} value={code} lang={code}>
            {languages[code].name}
          </option>
        ))}
      </Select>
    </main>
  );
}
