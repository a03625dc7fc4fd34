import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { answerOf, type Schema } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { answerOrCopy } from '../../offline/copies.ts';
import { Button } from '../../ui/button.tsx';
import { English } from '../../ui/english.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Shown } from '../../ui/states.tsx';
import styles from './lessons.module.css';

const lessonsAtOnce = 20;
type LearnerLesson = Schema<'LearnerLesson'>;

const isOfLearner = (lesson: Schema<'LessonSummary'> | LearnerLesson): lesson is LearnerLesson => 'counts' in lesson;

/** The learner's lessons, newest first. */
export function Lessons(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { id } = usePerson();
  const query = useInfiniteQuery({
    queryKey: ['lessons', id],
    initialPageParam: 1,
    queryFn: ({ pageParam: page }) =>
      answerOrCopy(id, `lessons ${page}`, () =>
        answerOf(api.GET('/api/v1/lessons', { params: { query: { page, limit: lessonsAtOnce } } })),
      ),
    getNextPageParam: ({ pagination }) =>
      pagination.page * pagination.limit < pagination.total ? pagination.page + 1 : undefined,
  });
  return (
    <Screen title={t('shell.lessons')} width="broad">
      <Shown query={query}>
        {({ pages }) => {
          const lessons = pages.flatMap((page) => page.lessons).filter(isOfLearner);
          if (lessons.length === 0) {
            return (
              <Empty title={t('lessons.emptyTitle')}>
                <p>{t('lessons.empty')}</p>
              </Empty>
            );
          }
          return (
            <ul className={styles.lessons}>
              {lessons.map((lesson) => (
                <OneLesson key={lesson.id} lesson={lesson} />
              ))}
            </ul>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('lessons.older')}
        </Button>
      )}
    </Screen>
  );
}

function OneLesson({ lesson }: { lesson: LearnerLesson }): ReactNode {
  const { t, language } = useSpeech();
  const { flashcards, spelling, fill_in_blank, grammar, sentence_builder } = lesson.counts;
  const day = new Date(lesson.started_at).toLocaleDateString(language, { dateStyle: 'medium' });
  return (
    <li>
      <Link href={`/lessons/${encodeURIComponent(lesson.recording_id)}`} className={styles.lesson}>
        <strong>
          <English>{lesson.topic}</English>
        </strong>
        <span>{day}</span>
        <span>
          {t('lessons.words', { count: Math.max(flashcards, spelling) })}
          {' · '}
          {t('lessons.corrections', { count: grammar })}
          {' · '}
          {t('lessons.sentences', { count: sentence_builder + fill_in_blank })}
        </span>
      </Link>
    </li>
  );
}
