import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { usePerson } from '../../app/person.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Sound } from '../../speech/voice.ts';
import { Button } from '../../ui/button.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Task } from '../task.tsx';
import { PlaySound } from './play-sound.tsx';
import { Words } from './words.tsx';

const longest = 2000;

/** A sentence or a word is heard and typed; nothing of it is to be read before the verdict. */
export function Dictation(props: GameProps<'sentence_builder' | 'spelling_bee'> & { sound: Sound }): ReactNode {
  const { item, sound, verdict, answer } = props;
  const { t } = useSpeech();
  const { sound: wantsSound } = usePerson();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (verdict === null && typed.trim() !== '') answer({ answer: typed });
  };
  const submitByEnter = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <div className={styles.game}>
      <Task>{t('word' in item ? 'play.spellTask' : 'listening.dictationTask')}</Task>
      <PlaySound sound={sound} takesFocus={!wantsSound && verdict === null} />
      {verdict === null ? (
        <form className={styles.game} onSubmit={submit}>
          <textarea
            className={styles.typed}
            data-first={wantsSound || undefined}
            aria-label={t('listening.typed')}
            lang="en"
            dir="ltr"
            rows={2}
            maxLength={longest}
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={submitByEnter}
          />
          <Button kind="main" type="submit" disabled={typed.trim() === ''}>
            {t('play.check')}
          </Button>
        </form>
      ) : (
        <>
          {verdict.grade?.words ? (
            <Words words={verdict.grade.words} />
          ) : (
            <p className={styles.text}>
              <English>{sound.text}</English>
            </p>
          )}
          {item.translation && (
            <p className={styles.meaning}>
              <Foreign>{item.translation}</Foreign>
            </p>
          )}
        </>
      )}
    </div>
  );
}
