import type { LetterDifference } from '@tulkka/shared/grading';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { English } from '../../ui/english.tsx';
import styles from '../game.module.css';

/** The right spelling with the letters marked that were typed otherwise. */
export function Letters({ word, differences }: { word: string; differences: readonly LetterDifference[] }): ReactNode {
  const byPlace = new Map(differences.filter((one) => one.expected !== null).map((one) => [one.position, one]));
  return (
    <div>
      <p className={styles.letters}>
        <English>
          {[...word].map((letter, place) => {
            const difference = byPlace.get(place);
            const state = difference === undefined ? undefined : difference.given === null ? 'missing' : 'other';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the letters of a word stay in their places
              <span key={place} data-state={state}>
                {letter}
              </span>
            );
          })}
        </English>
      </p>
    </div>
  );
}

/** More than these help nobody. */
const mostTold = 5;

/** In words which letters were typed otherwise. */
export function LetterList({ differences }: { differences: readonly LetterDifference[] }): ReactNode {
  const { rich } = useSpeech();
  const told = ({ position, expected, given }: LetterDifference): ReactNode => {
    const letter = <English>{expected ?? given}</English>;
    if (given === null) return rich('play.letterMissing', { letter, place: position + 1 });
    if (expected === null) return rich('play.letterExtra', { letter });
    return rich('play.letterOther', { given: <English>{given}</English>, letter });
  };
  return (
    <ul>
      {differences.slice(0, mostTold).map((difference) => (
        <li key={`${difference.position} ${difference.expected} ${difference.given}`}>{told(difference)}</li>
      ))}
    </ul>
  );
}
