import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { useNews } from '../../news/use-news.ts';
import { Button } from '../../ui/button.tsx';
import { Foreign } from '../../ui/english.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Shown, useReason } from '../../ui/states.tsx';
import { Assign } from './assign.tsx';
import styles from './desk.module.css';
import { Reports } from './reports.tsx';
import { StateInWords } from './state-in-words.tsx';
import { Upload } from './upload.tsx';
import { useLessonKeys } from './use-lesson-keys.ts';

type DeskLesson = Schema<'DeskLesson'>;

/** Where news do not arrive by themselves, the desk looks while somebody looks at it; a hidden page asks nothing. */
const lookEveryMs = 5_000;
/** Where they do, it looks as well, seldom: no list is wrong for ever. */
const lookSeldomMs = 120_000;

/** So many lessons at once. */
const pageSize = 100;

/** What waits for somebody comes first: to be reviewed, then failed, then without a class, then on its way. */
const urgency = ({ lesson, set }: DeskLesson): number =>
  set?.status === 'pending_review'
    ? 0
    : lesson.status === 'failed'
      ? 1
      : lesson.status === 'unassigned'
        ? 2
        : set === null
          ? 3
          : 4;

/** The teacher's desk: every lesson and where it stands. It changes by itself. */
export function Desk(): ReactNode {
  const { t, language } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const moments = useMemo(
    () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
    [language],
  );
  const list = useRef<HTMLUListElement>(null);
  useLessonKeys(list);
  const isLive = useNews((news) => {
    const isOf = (...events: string[]) => news.some(({ event }) => event === 'reset' || events.includes(event));
    if (isOf('lesson', 'set')) void queries.invalidateQueries({ queryKey: ['desk'] });
    if (isOf('report')) void queries.invalidateQueries({ queryKey: ['reports'] });
  });
  const query = useInfiniteQuery({
    queryKey: ['desk'],
    initialPageParam: 1,
    queryFn: ({ pageParam: page }) =>
      answerOf(api.GET('/api/v1/desk', { params: { query: { page, limit: pageSize } } })),
    getNextPageParam: ({ pagination: { page, limit, total } }) => (page * limit < total ? page + 1 : undefined),
    refetchInterval: isLive ? lookSeldomMs : lookEveryMs,
  });
  return (
    <Screen title={t('shell.desk')} width="wide">
      <Shown query={query}>
        {({ pages }) => {
          const lessons = pages.flatMap((page) => page.lessons);
          if (lessons.length === 0) {
            return (
              <Empty title={t('desk.emptyTitle')}>
                <p>{t('desk.empty')}</p>
              </Empty>
            );
          }
          const inOrder = lessons.toSorted((a, b) => urgency(a) - urgency(b));
          const waiting = lessons.filter(({ set }) => set?.status === 'pending_review').length;
          return (
            <>
              <p role="status">{t('desk.waiting', { count: waiting })}</p>
              <ul ref={list} className={styles.lessons}>
                {inOrder.map((one) => (
                  <OneLesson key={one.lesson.id} one={one} moments={moments} />
                ))}
              </ul>
              {query.hasNextPage && (
                <p>
                  <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('words.more')}
                  </Button>
                </p>
              )}
            </>
          );
        }}
      </Shown>
      <Reports isLive={isLive} />
      <Upload />
    </Screen>
  );
}

/** Drawn again only where its lesson changed. */
const OneLesson = memo(({ one, moments }: { one: DeskLesson; moments: Intl.DateTimeFormat }): ReactNode => {
  const { t } = useSpeech();
  const { lesson, set, class_name } = one;
  const isOpen = set !== null && set.status !== 'approved';
  return (
    <li className={styles.lesson} data-urgent={urgency(one) < 3 || undefined}>
      <div>
        <h2>
          {isOpen ? (
            <Link href={`/desk/${set.id}`}>
              <Foreign>{lesson.topic}</Foreign>
            </Link>
          ) : (
            <Foreign>{lesson.topic}</Foreign>
          )}
        </h2>
        <p className={styles.facts}>
          {moments.format(new Date(lesson.started_at))}
          {class_name && lesson.class_id !== null && (
            <>
              {' · '}
              <Link href={`/classes/${encodeURIComponent(lesson.class_id)}`}>
                <Foreign>{class_name}</Foreign>
              </Link>
            </>
          )}
          {set !== null && (
            <>
              {' · '}
              <Link href={`/lessons/${set.id}/print`}>{t('classes.worksheet')}</Link>
            </>
          )}
        </p>
      </div>
      <p className={styles.state}>
        <StateInWords one={one} />
      </p>
      {set?.status === 'pending_review' && (
        <Link href={`/desk/${set.id}`} className={styles.go}>
          {t('desk.review')}
        </Link>
      )}
      {lesson.status === 'unassigned' && <Assign lesson={lesson} />}
      {lesson.status === 'failed' && <Retry id={lesson.id} />}
    </li>
  );
});

function Retry({ id }: { id: string }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const retrying = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/lessons/{id}/retry', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['desk'] }),
  });
  const reason = useReason(retrying.error);
  return (
    <span>
      <Button disabled={retrying.isPending} onClick={() => retrying.mutate()}>
        {t('shell.again')}
      </Button>
      {retrying.error && <span role="alert">{reason}</span>}
    </span>
  );
}
