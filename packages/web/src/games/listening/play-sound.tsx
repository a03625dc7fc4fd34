import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Manner, Sound } from '../../speech/voice.ts';
import { Button } from '../../ui/button.tsx';
import styles from '../game.module.css';
import { isTyping } from '../use-number-keys.ts';

/**
 * Lets a sound be heard as often as one likes: at once where the person wants sound, then by a button or the key S, while
 * one types with Ctrl. Slower, too, and read out where the teacher's own voice is hard to understand.
 */
export function PlaySound({ sound, takesFocus }: { sound: Sound; takesFocus: boolean }): ReactNode {
  const { t } = useSpeech();
  const { voice } = useServices();
  const { sound: wantsSound } = usePerson();
  const [silent, setSilent] = useState(false);
  const hear = (manner: Manner): void => void voice.hear(sound, manner).then((heard) => setSilent(!heard));
  const hearing = useRef(hear);
  hearing.current = hear;

  const begun = useRef(false);
  useEffect(() => {
    if (!wantsSound || begun.current) return;
    begun.current = true;
    // Browsers that want a touch first refuse; the button is still there.
    void voice.hear(sound);
  }, [wantsSound, voice, sound]);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      if (key.toLowerCase() !== 's' || altKey || (isTyping(target) && !ctrlKey && !metaKey)) return;
      event.preventDefault();
      hearing.current({ slowly: shiftKey });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  return (
    <div>
      <div className={styles.row}>
        <Button
          kind="main"
          data-first={takesFocus || undefined}
          aria-keyshortcuts="S Control+S"
          onClick={() => hear({})}
        >
          {t('listening.play')}
        </Button>
        <Button aria-keyshortcuts="Shift+S Control+Shift+S" onClick={() => hear({ slowly: true })}>
          {t('listening.slower')}
        </Button>
        {sound.clipId !== null && (
          <Button kind="quiet" onClick={() => hear({ readOut: true })}>
            {t('listening.readOut')}
          </Button>
        )}
      </div>
      <p className={styles.keys}>{t('listening.keys')}</p>
      {silent && <p role="status">{t('play.noSound')}</p>}
    </div>
  );
}
