import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePerson } from '../app/person.tsx';
import { useServices } from '../app/services.tsx';
import { useSpeech } from '../i18n/language-provider.tsx';
import { Button } from './button.tsx';

/** Says a word or a sentence: with our recording where there is one, else with the device's own voice. */
export function SayButton(props: { text: string; wordId?: string; sayAtOnce?: boolean; large?: boolean }): ReactNode {
  const { t } = useSpeech();
  const { voice } = useServices();
  const { sound } = usePerson();
  const [silent, setSilent] = useState(false);
  const { text, wordId, sayAtOnce = false } = props;
  const said = useRef<string | null>(null);
  const say = async (): Promise<void> => setSilent(!(await voice.say(text, wordId)));
  useEffect(() => {
    if (!sayAtOnce || !sound || said.current === text) return;
    said.current = text;
    // Browsers that want a touch first refuse; the button is still there.
    void voice.say(text, wordId);
  }, [sayAtOnce, sound, text, wordId, voice]);
  return (
    <span>
      <Button kind={props.large ? 'main' : 'quiet'} onClick={() => void say()}>
        <svg
          viewBox="0 0 24 24"
          width="24"
          height="24"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <path d="M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11" />
        </svg>
        {t('play.listen')}
      </Button>
      {silent && <span role="status">{t('play.noSound')}</span>}
    </span>
  );
}
