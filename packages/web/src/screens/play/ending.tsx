import { type ReactNode, useEffect, useRef } from 'react';
import { useOnline } from '../../app/person.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { useWaitingCount } from '../../offline/outbox-provider.tsx';
import type { PlayItem, PlaySession } from '../../play/play-item.ts';
import { keyOf } from '../../play/round.ts';
import type { Play } from '../../play/use-play.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { English } from '../../ui/english.tsx';
import styles from './play.module.css';

/** What a person would call an item. */
function nameOf({ item }: PlayItem): string {
  if ('word' in item) return item.word;
  if ('english_sentence' in item) return item.english_sentence;
  if ('question' in item) return item.question.replace(/_{2,}/, item.correct_answer);
  return item.text_parts.map((part, index) => part + (item.correct_answers[index] ?? '')).join('');
}

/** The end: what was right, what comes back when, and what to do next. */
export function Ending(props: { session: PlaySession; play: Play; again(): void }): ReactNode {
  const { t } = useSpeech();
  const online = useOnline();
  const waiting = useWaitingCount();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { right, wrong } = props.play.round;
  const list = (items: readonly PlayItem[]): ReactNode => (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={keyOf(item)}>
          <English>{nameOf(item)}</English> <Back play={props.play} item={item} />
        </li>
      ))}
    </ul>
  );
  return (
    <div className={styles.ending}>
      <h2 ref={heading} tabIndex={-1}>
        {t('play.done')}
      </h2>
      <p className={styles.score}>{t('play.score', { right: right.length, total: right.length + wrong.length })}</p>
      {waiting > 0 && !online && <p role="status">{t('shell.waiting', { count: waiting })}</p>}
      {wrong.length > 0 && <Card title={t('play.practised')}>{list(wrong)}</Card>}
      {right.length > 0 && <Card title={t('play.knew')}>{list(right)}</Card>}
      <div className={styles.onward}>
        <ButtonLink kind="main" href="/">
          {t('shell.goToday')}
        </ButtonLink>
        <Button onClick={props.again}>{t('play.more')}</Button>
      </div>
    </div>
  );
}

function Back({ play, item }: { play: Play; item: PlayItem }): ReactNode {
  const { t } = useSpeech();
  const days = play.outcomes.get(keyOf(item))?.next_due_days;
  if (days === undefined) return null;
  return <small>{t(days === 0 ? 'play.backToday' : 'play.backIn', { count: days })}</small>;
}
