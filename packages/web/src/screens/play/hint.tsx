import { nothing } from '@tulkka/shared/grading';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { HintOf } from '../../play/hint-of.ts';
import { English } from '../../ui/english.tsx';

/** A hint in words. */
export function Hint({ hint }: { hint: HintOf }): ReactNode {
  const { t, rich } = useSpeech();
  const text = (): ReactNode => {
    switch (hint.kind) {
      case 'own':
        return <English>{hint.text}</English>;
      case 'letters':
        return rich('play.hintWord', { letter: <English>{hint.letter}</English>, count: hint.count });
      case 'firstWord':
        return rich('play.hintSentence', { word: <English>{hint.word}</English> });
      case 'options':
        return t('play.hintOptions');
      case 'notThis': {
        const { option } = hint;
        return rich('play.hintNot', {
          word: option === nothing ? t('play.nothingHere') : <English>{option}</English>,
        });
      }
    }
  };
  return <p>{text()}</p>;
}
