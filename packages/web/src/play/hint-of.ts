import { mayBeEmpty } from './listening.ts';
import type { PlayItem } from './play-item.ts';

/** A hint that does not hold the answer. */
export type HintOf =
  | { kind: 'own'; text: string }
  | { kind: 'letters'; letter: string; count: number }
  | { kind: 'firstWord'; word: string }
  | { kind: 'options' }
  | { kind: 'notThis'; option: string };

/** With fewer letters or words, the first one tells too much. */
const fewest = 3;

/** The hint of an item: its own, or how a word or sentence begins, or an option that it is not; null where each would tell too much. */
export function hintOf(play: PlayItem): HintOf | null {
  switch (play.gameType) {
    case 'flashcards':
    case 'spelling_bee':
      return beginningOf(play.item.word);
    case 'sentence_builder': {
      const { sentence_tokens: tokens } = play.item;
      const [word] = tokens;
      return word === undefined || tokens.length < fewest ? null : { kind: 'firstWord', word };
    }
    case 'grammar_challenge':
      return own(play.item.hint) ?? notThis(play.item.options, play.item.correct_answer);
    case 'advanced_cloze': {
      // By ear the options are the hint.
      if (play.sound !== null && !mayBeEmpty(play.item)) return { kind: 'options' };
      const { hint, options, correct_answers: answers } = play.item;
      const [only, ...others] = options;
      return own(hint) ?? (only === undefined || others.length > 0 ? null : notThis(only, answers[0]));
    }
  }
}

const own = (text: string | null | undefined): HintOf | null => (text ? { kind: 'own', text } : null);

function beginningOf(word: string): HintOf | null {
  const letters = word.match(/\p{L}/gu) ?? [];
  const [letter] = letters;
  return letter === undefined || letters.length < fewest ? null : { kind: 'letters', letter, count: letters.length };
}

/** The last wrong option; of two, it would be the answer. */
function notThis(options: readonly string[], right: string | undefined): HintOf | null {
  const option = options.length < fewest ? undefined : options.findLast((one) => one !== right);
  return option === undefined ? null : { kind: 'notThis', option };
}
