import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { answerOrCopy } from '../../offline/copies.ts';
import { isListeningGame, listeningGames } from '../../play/listening.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ClipButtons } from '../../ui/clip-buttons.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { Quote } from '../../ui/quote.tsx';
import { ReportItem } from '../../ui/report-item.tsx';
import { SayButton } from '../../ui/say-button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Shown } from '../../ui/states.tsx';
import styles from './lesson.module.css';

type Published = Schema<'PublishedLesson'>;
type LessonItem = Schema<'LessonItem'>;

/** What one lesson taught, in the order of the lesson, and the games made of it. */
export function Lesson({ recordingId }: { recordingId: string }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { id } = usePerson();
  const query = useQuery({
    queryKey: ['lesson', id, recordingId],
    queryFn: () =>
      answerOrCopy(id, `lesson ${recordingId}`, () =>
        answerOf(
          api.GET('/api/v1/recordings/{recording_id}/items', { params: { path: { recording_id: recordingId } } }),
        ),
      ),
  });
  return (
    <Screen title={query.data?.title ?? t('lessons.lesson')} width="broad">
      <Shown query={query}>
        {(lesson) => (
          <>
            <div className={styles.ways}>
              <Games lesson={lesson} />
              <ByEar lesson={lesson} />
            </div>
            <Words items={lesson.items.filter(({ game_type }) => game_type === 'flashcards')} />
            <Sentences
              title={t('lessons.correctionsTitle')}
              items={lesson.items.filter(({ game_type }) => game_type === 'grammar_challenge')}
            />
            <Sentences
              title={t('lessons.sentencesTitle')}
              items={lesson.items.filter(({ game_type }) => game_type === 'sentence_builder')}
            />
          </>
        )}
      </Shown>
    </Screen>
  );
}

function Games({ lesson }: { lesson: Published }): ReactNode {
  const { t } = useSpeech();
  return (
    <Card title={t('lessons.play')} tone="accent">
      <ul className={styles.games}>
        {lesson.play.map(({ game_type, mode, reference_id, count }) => (
          <li key={`${game_type} ${reference_id}`}>
            <ButtonLink href={`/play/${game_type}/${mode}/${encodeURIComponent(reference_id)}`}>
              {t(`games.${game_type}`)} <small>{count}</small>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The same games by ear. */
function ByEar({ lesson }: { lesson: Published }): ReactNode {
  const { t } = useSpeech();
  const games = listeningGames.flatMap((game) => lesson.play.filter(({ game_type }) => game_type === game));
  if (games.length === 0) return null;
  return (
    <Card title={t('listening.title')}>
      <ul className={styles.games}>
        {games.map(({ game_type, mode, reference_id, count }) =>
          isListeningGame(game_type) ? (
            <li key={game_type}>
              <ButtonLink href={`/play/listen/${game_type}/${mode}/${encodeURIComponent(reference_id)}`}>
                {t(`listening.${game_type}`)} <small>{count}</small>
              </ButtonLink>
            </li>
          ) : null,
        )}
      </ul>
    </Card>
  );
}

function Words({ items }: { items: readonly LessonItem[] }): ReactNode {
  const { t } = useSpeech();
  if (items.length === 0) return null;
  return (
    <Card title={t('lessons.wordsTitle')}>
      <dl className={styles.words}>
        {items.map((one) =>
          'word' in one.item ? (
            <div key={one.item_id}>
              <dt>
                <English>{one.item.word}</English>
                <span className={styles.tools}>
                  <SayButton text={one.item.word} wordId={one.item_id} />
                  <Report item={one} />
                </span>
              </dt>
              <dd>
                {one.item.translation && (
                  <p>
                    <Foreign>{one.item.translation}</Foreign>
                  </p>
                )}
                {one.item.notes && (
                  <p>
                    <English>{one.item.notes}</English>
                  </p>
                )}
                <Said item={one} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </Card>
  );
}

function Sentences({ title, items }: { title: string; items: readonly LessonItem[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <Card title={title}>
      <ul className={styles.sentences}>
        {items.map((one) => (
          <li key={one.item_id}>
            <div className={styles.row}>
              <p>
                <English>{one.text}</English>
              </p>
              <Report item={one} />
            </div>
            {'explanation' in one.item && one.item.explanation && (
              <p className={styles.quote}>
                <English>{one.item.explanation}</English>
              </p>
            )}
            <Said item={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Report({ item: { game_type, item_id, text } }: { item: LessonItem }): ReactNode {
  return <ReportItem item={{ gameType: game_type, itemId: item_id }} about={text} />;
}

const sentences = {
  you: 'lessons.saidByYou',
  teacher: 'lessons.saidByTeacher',
  lesson: 'lessons.heard',
} as const;

/** What was said, by whom as far as one may know, and at which minute. */
function Said({ item }: { item: LessonItem }): ReactNode {
  const { t } = useSpeech();
  const { text, quote, cue_ms, said_by } = item;
  if (quote === null) return null;
  const minute = cue_ms === null ? null : Math.floor(cue_ms / 60_000) + 1;
  return (
    <p className={styles.quote}>
      {quote === text ? t(sentences[said_by ?? 'lesson']) : <Quote quote={quote} by={said_by} />}
      {/* The space stands before what is kept together: there the line may break. */}
      {minute !== null && ' '}
      {minute !== null && <span className={styles.minute}>({t('lessons.minute', { minute })})</span>}{' '}
      <ClipButtons clips={item} />
    </p>
  );
}
