import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language-provider.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';

/** An address that leads nowhere, and the way back. */
export function NotFound(): ReactNode {
  const { t } = useSpeech();
  return (
    <Screen title={t('shell.notFoundTitle')}>
      <p>{t('shell.notFound')}</p>
      <p>
        <ButtonLink kind="main" href="/">
          {t('shell.goToday')}
        </ButtonLink>
      </p>
    </Screen>
  );
}
