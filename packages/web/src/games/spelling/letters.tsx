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
  const { t } = useSpeech();
  return (
    <ul>
      {differences.slice(0, mostTold).map(({ position, expected, given }) => (
        <li key={`${position} ${expected} ${given}`}>
          {given === null
            ? t('play.letterMissing', { letter: expected ?? '', place: position + 1 })
            : expected === null
              ? t('play.letterExtra', { letter: given })
              : t('play.letterOther', { given, letter: expected })}
        </li>
      ))}
    </ul>
  );
}
