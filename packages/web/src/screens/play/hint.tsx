import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { PlayItem } from '../../play/play-item.ts';
import { English } from '../../ui/english.tsx';

const shortWord = 2;

/** A hint that does not hold the answer: the item's own, or how the word or sentence begins. */
export function Hint({ item: play }: { item: PlayItem }): ReactNode {
  const { t } = useSpeech();
  const begins = (text: string): string => {
    const count = [...text.replaceAll(' ', '')].length;
    // Of a word of two letters the first one is the answer.
    return count <= shortWord
      ? t('play.hintShort', { count })
      : t('play.hintWord', { letter: [...text][0] ?? '', count });
  };
  const hint = (): ReactNode => {
    switch (play.gameType) {
      case 'flashcards':
      case 'spelling_bee':
        return begins(play.item.word);
      case 'sentence_builder':
        return t('play.hintSentence', { word: play.item.sentence_tokens[0] ?? '' });
      case 'grammar_challenge':
        return play.item.hint ? <English>{play.item.hint}</English> : begins(play.item.correct_answer);
      case 'advanced_cloze':
        return play.item.hint ? <English>{play.item.hint}</English> : begins(play.item.correct_answers[0] ?? '');
    }
  };
  return <p role="status">{hint()}</p>;
}
