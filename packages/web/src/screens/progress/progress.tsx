import type { ReactNode } from 'react';
import { useToday } from '../../app/today-query.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Shown } from '../../ui/states.tsx';
import { Calendar } from './calendar.tsx';
import { Forecast } from './forecast.tsx';
import { Mistakes } from './mistakes.tsx';
import { Standing } from './standing.tsx';

/** How it goes: days, what is remembered, what comes back, and what was wrong. */
export function Progress(): ReactNode {
  const { t } = useSpeech();
  const query = useToday();
  return (
    <Screen title={t('progress.title')}>
      <Shown query={query}>
        {(today) => {
          const never = Object.values(today.standing).every((count) => count === 0);
          if (never) {
            return (
              <Empty title={t('progress.noneTitle')}>
                <p>{t('progress.none')}</p>
                <ButtonLink href="/">{t('shell.goToday')}</ButtonLink>
              </Empty>
            );
          }
          return (
            <>
              <Card title={t('progress.calendar')}>
                <Calendar days={today.calendar} today={today.date} />
              </Card>
              <Card title={t('progress.standing')}>
                <Standing standing={today.standing} />
              </Card>
              <Card title={t('progress.forecast')}>
                <Forecast days={today.forecast} />
              </Card>
              <Card title={t('progress.mistakes')}>
                <Mistakes />
              </Card>
            </>
          );
        }}
      </Shown>
    </Screen>
  );
}
