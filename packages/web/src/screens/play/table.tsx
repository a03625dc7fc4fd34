import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Cloze } from '../../games/cloze/cloze.tsx';
import { Flashcards } from '../../games/flashcards/flashcards.tsx';
import { Grammar } from '../../games/grammar/grammar.tsx';
import { Dictation } from '../../games/listening/dictation.tsx';
import { HeardGaps } from '../../games/listening/heard-gaps.tsx';
import { Sentence } from '../../games/sentence/sentence.tsx';
import { Spelling } from '../../games/spelling/spelling.tsx';
import { TaskId } from '../../games/task.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { hintOf } from '../../play/hint-of.ts';
import type { PlayItem } from '../../play/play-item.ts';
import { keyOf, triesOf } from '../../play/round.ts';
import type { Play } from '../../play/use-play.ts';
import type { Given, Verdict } from '../../play/verdict.ts';
import { Button } from '../../ui/button.tsx';
import { Quoted } from '../../ui/english.tsx';
import { ReportItem } from '../../ui/report-item.tsx';
import { Hint } from './hint.tsx';
import styles from './play.module.css';
import { VerdictPanel } from './verdict-panel.tsx';

/** One item on the table: the game, then the verdict. */
export function Table({ play, item }: { play: Play; item: PlayItem }): ReactNode {
  const { t, rich } = useSpeech();
  const { verdict } = play;
  const frame = useRef<HTMLDivElement>(null);
  const taskId = useId();
  const key = `${keyOf(item)} ${triesOf(play.round)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another item comes to the table, and back when a hint was asked for
  useEffect(() => {
    // On a touch screen a focused field would open the keyboard over the question.
    const touch = matchMedia('(hover: none)').matches;
    const first = frame.current?.querySelector<HTMLElement>('[data-first]');
    if (first && !(touch && first.matches('input, textarea'))) first.focus();
    else frame.current?.focus();
  }, [key, play.hinted]);
  const hint = hintOf(item);
  const isCard = item.gameType === 'flashcards';
  return (
    <div className={styles.table}>
      <p className={styles.origin}>
        {triesOf(play.round) > 0 ? t('play.comesBack') : item.isNew ? t('play.isNew') : ''}{' '}
        {item.lesson && rich('play.from', { lesson: <Quoted>{item.lesson.title}</Quoted> })}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a game is no set of fields */}
      <div key={key} ref={frame} tabIndex={-1} className={styles.frame} role="group" aria-labelledby={taskId}>
        <TaskId value={taskId}>
          <Game play={item} verdict={verdict} answer={play.answer} hinted={play.hinted} />
        </TaskId>
      </div>
      {verdict === null && !isCard && (
        <div className={styles.helps}>
          <div key={key} role="status">
            {hint && (play.hinted ? <Hint hint={hint} /> : <Button onClick={play.hint}>{t('play.hint')}</Button>)}
          </div>
          <Button kind="quiet" onClick={() => play.answer({ gaveUp: true })}>
            {t('play.dontKnow')}
          </Button>
        </div>
      )}
      <VerdictPanel play={play} item={item} />
      {(verdict !== null || isCard) && (
        <div>
          <ReportItem key={key} item={item} />
        </div>
      )}
    </div>
  );
}

/** The game that an item is played in; each takes the same three things. */
function Game(props: {
  play: PlayItem;
  verdict: Verdict | null;
  answer(given: Given): void;
  hinted: boolean;
}): ReactNode {
  const { play, ...rest } = props;
  const { sound } = play;
  switch (play.gameType) {
    case 'flashcards':
      return <Flashcards item={play.item} clips={play.clips} {...rest} />;
    case 'spelling_bee':
      if (sound) return <Dictation item={play.item} clips={play.clips} sound={sound} {...rest} />;
      return <Spelling item={play.item} clips={play.clips} {...rest} />;
    case 'advanced_cloze':
      if (sound) return <HeardGaps item={play.item} clips={play.clips} sound={sound} {...rest} />;
      return <Cloze item={play.item} clips={play.clips} {...rest} />;
    case 'grammar_challenge':
      return <Grammar item={play.item} clips={play.clips} {...rest} />;
    case 'sentence_builder':
      if (sound) return <Dictation item={play.item} clips={play.clips} sound={sound} {...rest} />;
      return <Sentence item={play.item} clips={play.clips} {...rest} />;
  }
}
