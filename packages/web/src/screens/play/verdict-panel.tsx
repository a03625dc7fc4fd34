import type { WordGrade } from '@tulkka/shared/grading';
import { filledText } from '@tulkka/shared/grading/listening';
import { type ReactNode, useEffect, useRef } from 'react';
import { WordList } from '../../games/listening/words.tsx';
import { LetterList } from '../../games/spelling/letters.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { PlayItem } from '../../play/play-item.ts';
import { keyOf } from '../../play/round.ts';
import type { Play } from '../../play/use-play.ts';
import type { Verdict } from '../../play/verdict.ts';
import { Button } from '../../ui/button.tsx';
import { ClipButtons } from '../../ui/clip-buttons.tsx';
import { English } from '../../ui/english.tsx';
import { Quote } from '../../ui/quote.tsx';
import { SayButton } from '../../ui/say-button.tsx';
import styles from './play.module.css';

/** The verdict: in words and with a mark, never by colour alone, with its reason and the moment of the lesson. */
export function VerdictPanel({ play, item }: { play: Play; item: PlayItem }): ReactNode {
  const { t } = useSpeech();
  const { verdict } = play;
  const onward = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (verdict !== null) onward.current?.focus();
  }, [verdict]);
  const outcome = play.outcomes.get(keyOf(item));
  return (
    <>
      <div aria-live="polite" className={styles.live}>
        {verdict !== null && (
          <div className={verdict.isCorrect ? styles.right : styles.wrong}>
            <p className={styles.mark}>
              <span aria-hidden="true">{verdict.isCorrect ? '✓' : '✗'}</span> {t(titleOf(verdict))}
            </p>
            <Reason verdict={verdict} item={item} />
            {verdict.explanation && (
              <p>
                <English>{verdict.explanation}</English>
              </p>
            )}
            {item.quote && (
              <p>
                <Quote quote={item.quote} by={item.saidBy} />
              </p>
            )}
            {play.withdrawn && <p>{t('play.withdrawn')}</p>}
            {outcome?.next_due_days !== undefined && (
              <p className={styles.due}>{t(dueKey(outcome.next_due_days), { count: outcome.next_due_days })}</p>
            )}
          </div>
        )}
      </div>
      {verdict !== null && (
        <div className={styles.onward}>
          <ClipButtons clips={item.clips} />
          {item.sound === null && <SayButton text={spokenOf(item, verdict)} />}
          <Button ref={onward} kind="main" onClick={play.next}>
            {t('play.next')}
          </Button>
        </div>
      )}
    </>
  );
}

const titleOf = ({ isCorrect, gaveUp }: Verdict) => (isCorrect ? 'play.right' : gaveUp ? 'play.shown' : 'play.wrong');

const dueKey = (days: number) => (days === 0 ? 'play.backToday' : 'play.backIn');

/** What is worth hearing once it is known. */
const spokenOf = ({ item }: PlayItem, verdict: Verdict): string =>
  'text_parts' in item
    ? filledText(item)
    : 'question' in item
      ? item.question.replace(/_{2,}/, item.correct_answer === '—' ? '' : item.correct_answer)
      : verdict.correctAnswer.join(' ');

/** The words that were typed by ear: those of a dictation, or those in the gaps. */
const wordsOf = ({ grade }: Verdict, { sound }: PlayItem): readonly WordGrade[] =>
  grade?.words ??
  (sound === null ? [] : (grade?.blanks ?? [])).map(({ isCorrect, expected, given }) => ({
    state: isCorrect ? 'right' : 'wrong',
    expected,
    given,
  }));

function Reason({ verdict, item }: { verdict: Verdict; item: PlayItem }): ReactNode {
  const { t, rich } = useSpeech();
  if (verdict.isCorrect) return null;
  const { errorType, missingWords = [], extraWords = [], letterDifferences = [] } = verdict.grade ?? {};
  const words = wordsOf(verdict, item);
  return (
    <>
      {errorType && missingWords.length + extraWords.length === 0 && <p>{t(`play.${errorType}`)}</p>}
      {missingWords.length > 0 && (
        <p>{rich('play.missing', { words: <English>{missingWords.join(', ')}</English> })}</p>
      )}
      {extraWords.length > 0 && <p>{rich('play.extra', { words: <English>{extraWords.join(', ')}</English> })}</p>}
      {letterDifferences.length > 0 ? <LetterList differences={letterDifferences} /> : <WordList words={words} />}
      {(item.gameType !== 'spelling_bee' && words.length === 0) || verdict.gaveUp ? (
        <p>{rich('play.correctIs', { answer: <English>{verdict.correctAnswer.join(' … ')}</English> })}</p>
      ) : null}
    </>
  );
}
