import type { WordGrade } from '@tulkka/shared/grading';
import { Fragment, type ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { English } from '../../ui/english.tsx';
import styles from '../game.module.css';

/** What was said, with the words marked that were typed otherwise, and those struck out that nobody said. */
export function Words({ words }: { words: readonly WordGrade[] }): ReactNode {
  return (
    <p className={`${styles.text} ${styles.words}`}>
      <English>
        {words.map(({ state, expected, given }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence stay in their places
          <Fragment key={place}>
            {place > 0 && ' '}
            {state === 'extra' ? <del>{given}</del> : <span data-state={state}>{expected}</span>}
          </Fragment>
        ))}
      </English>
    </p>
  );
}

/** More than these help nobody. */
const mostTold = 6;

/** In words what was typed otherwise, missing and too many. */
export function WordList({ words }: { words: readonly WordGrade[] }): ReactNode {
  const { rich } = useSpeech();
  const joined = (state: WordGrade['state'], side: 'expected' | 'given'): string =>
    words
      .filter((word) => word.state === state)
      .map((word) => word[side])
      .join(', ');
  const [missing, extra] = [joined('missing', 'expected'), joined('extra', 'given')];
  const wrong = words.flatMap(({ state, expected, given }) =>
    state === 'wrong' && expected !== null && given !== null
      ? [{ given: <English>{given}</English>, letter: <English>{expected}</English> }]
      : [],
  );
  return (
    <>
      {wrong.length > 0 && (
        <ul>
          {wrong.slice(0, mostTold).map((pair, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same two words may be there twice
            <li key={place}>{rich('play.letterOther', pair)}</li>
          ))}
        </ul>
      )}
      {missing !== '' && <p>{rich('play.missing', { words: <English>{missing}</English> })}</p>}
      {extra !== '' && <p>{rich('play.extra', { words: <English>{extra}</English> })}</p>}
    </>
  );
}
