import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { SayButton } from '../../ui/say-button.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Task } from '../task.tsx';
import { Letters } from './letters.tsx';
import { withoutWord } from './without-word.ts';

/** A heard word is typed; its meaning and its sentence, without the word, help. */
export function Spelling({ item, verdict, answer }: GameProps<'spelling_bee'>): ReactNode {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const helpId = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (verdict === null && typed.trim() !== '') answer({ answer: typed.slice(0, 500) });
  };
  const sentence = item.example_sentence === null ? null : withoutWord(item.example_sentence, item.word);
  return (
    <div className={styles.game}>
      <Task>{t('play.spellTask')}</Task>
      <SayButton text={item.word} wordId={item.id} sayAtOnce large />
      <div id={helpId}>
        {item.translation && (
          <p className={styles.meaning}>
            <Foreign>{item.translation}</Foreign>
          </p>
        )}
        {item.notes && (
          <p className={styles.meaning}>
            <English>{verdict ? item.notes : withoutWord(item.notes, item.word)}</English>
          </p>
        )}
        {sentence && (
          <p>
            <English>{verdict ? item.example_sentence : sentence}</English>
          </p>
        )}
      </div>
      {verdict?.grade ? (
        <Letters word={item.word} differences={verdict.grade.letterDifferences ?? []} />
      ) : (
        verdict === null && (
          <form className={styles.game} onSubmit={submit}>
            <input
              className={styles.typed}
              data-first
              aria-label={t('play.spellLabel')}
              aria-describedby={helpId}
              lang="en"
              dir="ltr"
              autoCapitalize="none"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <Button kind="main" type="submit" disabled={typed.trim() === ''}>
              {t('play.check')}
            </Button>
          </form>
        )
      )}
    </div>
  );
}
