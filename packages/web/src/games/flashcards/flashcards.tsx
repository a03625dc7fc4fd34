import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Rating } from '../../play/verdict.ts';
import { Button } from '../../ui/button.tsx';
import { ClipButtons } from '../../ui/clip-buttons.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { SayButton } from '../../ui/say-button.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Task } from '../task.tsx';
import { useNumberKeys } from '../use-number-keys.ts';

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** A card: the word, then its meaning, then how well it was known. */
export function Flashcards({ item, clips, answer }: GameProps<'flashcards'>): ReactNode {
  const { t } = useSpeech();
  const [turned, setTurned] = useState(false);
  const back = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (turned) back.current?.focus();
  }, [turned]);
  useNumberKeys(turned, (index) => {
    const rating = ratings[index];
    if (rating !== undefined) answer({ rating });
  });
  return (
    <div className={styles.game}>
      <Task>{t(turned ? 'play.cardRate' : 'play.cardTask')}</Task>
      <div className={styles.face}>
        <p id={`${id}word`} className={styles.word}>
          <English>{item.word}</English>
        </p>
        <SayButton text={item.word} wordId={item.id} />
        {turned && <ClipButtons clips={clips} />}
        {turned && (
          // biome-ignore lint/a11y/useSemanticElements: what is behind a card is no set of fields
          <div ref={back} tabIndex={-1} className={styles.back} role="group" aria-labelledby={`${id}back`}>
            {item.picture && (
              <p className={styles.picture} aria-hidden="true">
                {item.picture}
              </p>
            )}
            <div id={`${id}back`} className={styles.back}>
              {item.translation && (
                <p className={styles.meaning}>
                  <Foreign>{item.translation}</Foreign>
                </p>
              )}
              {item.notes && (
                <p className={styles.meaning}>
                  <English>{item.notes}</English>
                </p>
              )}
              {item.example_sentence && (
                <p>
                  <English>{item.example_sentence}</English>
                </p>
              )}
            </div>
          </div>
        )}
      </div>
      {turned ? (
        <div className={styles.ratings}>
          {ratings.map((rating) => (
            <Button key={rating} kind={rating === 'good' ? 'main' : 'plain'} onClick={() => answer({ rating })}>
              {t(`play.${rating}`)}
            </Button>
          ))}
        </div>
      ) : (
        <Button kind="main" data-first aria-describedby={`${id}word`} onClick={() => setTurned(true)}>
          {t('play.turn')}
        </Button>
      )}
    </div>
  );
}
