import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { GameType, PlaySession } from '../../play/play-item.ts';
import { extentOf } from '../../play/round.ts';
import { openWish, type Wish } from '../../play/session-source.ts';
import { titleOf } from '../../play/title-of.ts';
import { usePlay } from '../../play/use-play.ts';
import { useSoundsAhead } from '../../play/use-sounds-ahead.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Ending } from './ending.tsx';
import styles from './play.module.css';
import { Table } from './table.tsx';
import { WayOut } from './way-out.tsx';

/** The whole screen for one session: opened, played, ended. */
export function Play({ wish }: { wish: Wish }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { id } = usePerson();
  const opening = useQuery({
    queryKey: ['play', id, wish],
    queryFn: () => openWish(api, id, wish),
    // The session that was opened is played: nothing may exchange it meanwhile.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, error } = opening;
  const isOpen = data !== undefined;
  const wished = wish.kind === 'game' ? titleOf(wish.gameType, wish.listen) : titleOf('mixed');
  useEffect(() => {
    // What is on the table names itself.
    if (!isOpen) document.title = `${t(wished)} · ${t('shell.app')}`;
  }, [t, isOpen, wished]);
  if (data !== undefined) return <Opened session={data} again={() => void opening.refetch()} />;
  const nothing = error instanceof ApiProblem && (error.status === 400 || error.status === 404);
  return (
    <main id="main" className={styles.play}>
      <header className={styles.head}>
        <WayOut />
      </header>
      <h1 className={styles.title}>{t(wished)}</h1>
      {nothing ? <NothingHere /> : error ? <Failed error={error} again={() => void opening.refetch()} /> : <Loading />}
    </main>
  );
}

function NothingHere(): ReactNode {
  const { t } = useSpeech();
  return (
    <Empty title={t('play.nothingTitle')}>
      <p>{t('play.nothing')}</p>
      <ButtonLink kind="main" href="/">
        {t('shell.goToday')}
      </ButtonLink>
    </Empty>
  );
}

function Opened({ session, again }: { session: PlaySession; again(): void }): ReactNode {
  const { t, language } = useSpeech();
  const play = usePlay(session);
  const { round, item } = play;
  const { settled, total } = extentOf(round);
  const numbers = new Intl.NumberFormat(language);
  const game: GameType | 'mixed' = item?.gameType ?? session.gameType;
  const title = titleOf(game, session.listen);
  useSoundsAhead(round.queue);
  useEffect(() => {
    document.title = `${t(title)} · ${t('shell.app')}`;
  }, [t, title]);
  return (
    <main id="main" className={styles.play}>
      <header className={styles.head}>
        <WayOut />
        <progress max={Math.max(total, 1)} value={settled} aria-label={t('play.progress')} />
        <span className={styles.count} dir="ltr">
          {numbers.format(settled)} / {numbers.format(total)}
        </span>
      </header>
      <h1 className={styles.title}>{t(title)}</h1>
      {session.items.length === 0 ? (
        <NothingHere />
      ) : item === undefined ? (
        <Ending session={session} play={play} again={again} />
      ) : (
        <Table play={play} item={item} />
      )}
    </main>
  );
}
