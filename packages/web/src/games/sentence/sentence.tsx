import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { shuffledBy } from '../../play/shuffle.ts';
import { Button } from '../../ui/button.tsx';
import { Foreign } from '../../ui/english.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Task } from '../task.tsx';

interface Token {
  /** Its place among all tokens: the same word may be there twice. */
  place: number;
  text: string;
}

/** Words are put in order: a tap or Enter places one, a tap on a placed one or Backspace takes it back. */
export function Sentence({ item, verdict, answer }: GameProps<'sentence_builder'>): ReactNode {
  const { t } = useSpeech();
  const tokens = useMemo(() => {
    const all = [...item.sentence_tokens, ...item.distractors].map((text, place): Token => ({ place, text }));
    return shuffledBy(all, item.id);
  }, [item]);
  const [built, setBuilt] = useState<readonly Token[]>([]);
  const left = tokens.filter(({ place }) => !built.some((one) => one.place === place));
  const isOpen = verdict === null;
  const isAsked = item.english_sentence.endsWith('?');
  const meaningId = useId();
  const game = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a placed word takes the focus with it, so it is given on
  useEffect(() => {
    if (document.activeElement === document.body) game.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [built.length]);

  const takeBack = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || !isOpen) return;
    event.preventDefault();
    setBuilt(built.slice(0, -1));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Backspace belongs to the words inside, wherever the focus is among them
    <div ref={game} className={styles.game} onKeyDown={takeBack}>
      <Task>{t('play.buildTask')}</Task>
      {item.translation && (
        <p id={meaningId} className={styles.meaning}>
          <Foreign>{item.translation}</Foreign>
        </p>
      )}
      <ol className={`${styles.tokens} ${styles.built}`} aria-label={t('play.built')} dir="ltr" lang="en">
        {built.map((token) => (
          <li key={token.place}>
            <button
              type="button"
              className={styles.token}
              disabled={!isOpen}
              onClick={() => setBuilt(built.filter((one) => one !== token))}
            >
              {token.text}
            </button>
          </li>
        ))}
        {/* Whether it is asked or told decides the order. */}
        {isAsked && <li className={styles.endMark}>?</li>}
      </ol>
      {isOpen && (
        <>
          <ul className={styles.tokens} aria-label={t('play.tokens')} dir="ltr" lang="en">
            {left.map((token, index) => (
              <li key={token.place}>
                <button
                  type="button"
                  className={styles.token}
                  data-first={index === 0 || undefined}
                  // Said once, with the first word.
                  aria-describedby={index === 0 && built.length === 0 && item.translation ? meaningId : undefined}
                  onClick={() => setBuilt([...built, token])}
                >
                  {token.text}
                </button>
              </li>
            ))}
          </ul>
          <p className="visually-hidden" role="status" lang="en" dir="ltr">
            {built.map(({ text }) => text).join(' ')}
          </p>
          <div className={styles.row}>
            <Button disabled={built.length === 0} onClick={() => setBuilt(built.slice(0, -1))}>
              {t('play.takeBack')}
            </Button>
            <Button
              kind="main"
              data-first={left.length === 0 || undefined}
              disabled={built.length === 0}
              onClick={() => answer({ answer: built.map(({ text }) => text) })}
            >
              {t('play.check')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
