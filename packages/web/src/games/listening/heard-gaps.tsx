import { type FormEvent, type ReactNode, useState } from 'react';
import { usePerson } from '../../app/person.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { mayBeEmpty } from '../../play/listening.ts';
import type { Given } from '../../play/verdict.ts';
import type { Sound } from '../../speech/voice.ts';
import { Button } from '../../ui/button.tsx';
import { Cloze } from '../cloze/cloze.tsx';
import { GapText } from '../cloze/gap-text.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Task } from '../task.tsx';
import { PlaySound } from './play-sound.tsx';

type HeardGapsProps = GameProps<'advanced_cloze'> & { sound: Sound };

/** A sentence is heard, and its missing words are typed; after a hint they are chosen. */
export function HeardGaps(props: HeardGapsProps): ReactNode {
  const { item, sound, verdict, hinted } = props;
  const { sound: wantsSound } = usePerson();
  const isChosen = hinted || mayBeEmpty(item);
  return (
    <div className={styles.game}>
      <PlaySound sound={sound} takesFocus={(isChosen || !wantsSound) && verdict === null} />
      {isChosen ? (
        <Cloze {...props} answer={(given) => props.answer(byPlace(item.options, given))} />
      ) : (
        <TypedGaps {...props} />
      )}
    </div>
  );
}

/** Chosen options by their places: what comes as a text was typed. */
function byPlace(options: readonly (readonly string[])[], given: Given): Given {
  if (!('answer' in given) || typeof given.answer !== 'object') return given;
  return { answer: given.answer.map((entry, gap) => options[gap]?.indexOf(String(entry)) ?? entry) };
}

function TypedGaps({ item, verdict, answer }: HeardGapsProps): ReactNode {
  const { t } = useSpeech();
  const { sound: wantsSound } = usePerson();
  const [typed, setTyped] = useState<readonly string[]>(() => item.options.map(() => ''));
  const isComplete = typed.every((text) => text.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (verdict === null && isComplete) answer({ answer: typed });
  };
  return (
    <form className={styles.game} onSubmit={submit}>
      <Task>{t('listening.gapsTask')}</Task>
      <GapText
        item={item}
        verdict={verdict}
        gap={(index) => (
          <input
            className={styles.gapField}
            data-first={(wantsSound && index === 0) || undefined}
            aria-label={t('play.gapNumber', { number: index + 1 })}
            size={12}
            maxLength={200}
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            value={typed[index] ?? ''}
            onChange={({ target }) => setTyped(typed.map((text, at) => (at === index ? target.value : text)))}
          />
        )}
      />
      {verdict === null && (
        <Button kind="main" type="submit" disabled={!isComplete}>
          {t('play.check')}
        </Button>
      )}
    </form>
  );
}
