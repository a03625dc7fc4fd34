import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Schema } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useToday } from '../../app/today-query.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Quoted } from '../../ui/english.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Shown } from '../../ui/states.tsx';
import { JoinByCode } from '../join/join-by-code.tsx';
import { Goal } from './goal.tsx';
import styles from './today.module.css';

type TodayAnswer = Schema<'Today'>;

/** What to do now: one button, and how it goes. */
export function Today(): ReactNode {
  const { t } = useSpeech();
  const { name, classes } = usePerson();
  const query = useToday();
  return (
    <Screen title={name ? t('today.hello', { name: isolated(name) }) : t('today.title')}>
      <Shown query={query}>
        {(today) => (
          <>
            <WhatToDo today={today} />
            {classes.length === 0 && (
              <Card title={t('signIn.joinTitle')}>
                <p>{t('today.noClass')}</p>
                <JoinByCode />
              </Card>
            )}
            <Goal today={today} />
          </>
        )}
      </Shown>
    </Screen>
  );
}

/** A name in a sentence of another script keeps its own direction: Unicode’s isolates, for a title holds no elements. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

function WhatToDo({ today }: { today: TodayAnswer }): ReactNode {
  const { t, rich } = useSpeech();
  const going = today.continue;
  const { total } = today.due;
  const begun = total + today.new.left > 0 && (total > 0 || today.new.from !== null);
  if (going === null && !begun) return <NothingToDo today={today} />;
  return (
    <Card>
      <p className={styles.counts}>
        {going !== null && t('today.left', { count: going.total - going.current })}
        {going === null && total > 0 && <span>{t('today.due', { count: total })}</span>}
        {going === null && today.new.left > 0 && today.new.from && (
          <span>{t('today.new', { count: Math.min(today.new.left, today.new.from.available) })}</span>
        )}
        {going === null && <span className={styles.minutes}>{t('today.minutes', { count: today.minutes })}</span>}
      </p>
      <ButtonLink kind="main" href={going === null ? '/play' : `/play/session/${going.session_id}`}>
        <span className={styles.go}>{t(going === null ? 'today.practise' : 'today.goOn')}</span>
      </ButtonLink>
      {neverPractised(today) && !today.new.from?.recording_id && <p>{t('today.first')}</p>}
      {today.new.from && today.new.left > 0 && (
        <p className={styles.note}>
          {rich('today.newFrom', { lesson: <Quoted>{today.new.from.title}</Quoted> })}{' '}
          {today.new.from.recording_id && (
            <Link href={`/lessons/${encodeURIComponent(today.new.from.recording_id)}`}>{t('today.seeLesson')}</Link>
          )}
        </p>
      )}
    </Card>
  );
}

function NothingToDo({ today }: { today: TodayAnswer }): ReactNode {
  const { t, language } = useSpeech();
  if (neverPractised(today) && today.new.from === null) {
    return (
      <Empty title={t('today.firstTitle')}>
        <p>{t('today.first')}</p>
        <p>{t('today.firstWords')}</p>
        <ButtonLink href="/words">{t('today.addWords')}</ButtonLink>
      </Empty>
    );
  }
  return (
    <Empty title={t('today.nothingTitle')}>
      <p>
        {today.next_due_at === null
          ? t('today.nothingLater')
          : t('today.nothing', { when: whenInWords(new Date(today.next_due_at), language) })}
      </p>
      <ButtonLink href="/lessons">{t('today.playLesson')}</ButtonLink>
    </Empty>
  );
}

const neverPractised = ({ standing }: TodayAnswer): boolean => Object.values(standing).every((count) => count === 0);

const dayMs = 86_400_000;

/** Within a day to the minute, for what was forgotten comes back soon; later the day is enough. */
const whenInWords = (due: Date, language: string): string =>
  due.toLocaleString(
    language,
    due.getTime() - Date.now() < dayMs
      ? { weekday: 'long', hour: 'numeric', minute: 'numeric' }
      : { weekday: 'long', day: 'numeric', month: 'long' },
  );
