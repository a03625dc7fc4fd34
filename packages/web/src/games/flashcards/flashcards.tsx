import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Rating } from '../../play/verdict.ts';
import { Button } from '../../ui/button.tsx';
import { ClipButtons } from '../../ui/clip-buttons.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { SayButton } from '../../ui/say-button.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { useNumberKeys } from '../use-number-keys.ts';

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** A card: the word, then its meaning, then how well it was known. */
export function Flashcards({ item, clips, answer }: GameProps<'flashcards'>): ReactNode {
  const { t } = useSpeech();
  const [turned, setTurned] = useState(false);
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turned) back.current?.focus();
  }, [turned]);
  useNumberKeys(turned, (index) => {
    const rating = ratings[index];
    if (rating !== undefined) answer({ rating });
  });
  return (
    <div className={styles.game}>
      <p className={styles.task}>{t(turned ? 'play.cardRate' : 'play.cardTask')}</p>
      <div className={styles.face} ref={back} tabIndex={-1}>
        <p className={styles.word}>
          <English>{item.word}</English>
        </p>
        <SayButton text={item.word} wordId={item.id} />
        {turned && <ClipButtons clips={clips} />}
        {turned && (
          <>
            {item.picture && (
              <p className={styles.picture} aria-hidden="true">
                {item.picture}
              </p>
            )}
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
          </>
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
        <Button kind="main" data-first onClick={() => setTurned(true)}>
          {t('play.turn')}
        </Button>
      )}
    </div>
  );
}
