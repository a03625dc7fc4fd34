import { nothing } from '@tulkka/shared/grading';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language-provider.tsx';
import { English } from '../ui/english.tsx';
import styles from './options.module.css';
import { useNumberKeys } from './use-number-keys.ts';

/** Options as large buttons; 1 to 9 choose, too. After the verdict the right one and the chosen one are marked. */
export function Options(props: {
  options: readonly string[];
  chosen: string | null;
  right: string | null;
  choose(option: string): void;
}): ReactNode {
  const { t } = useSpeech();
  const { options, chosen, right, choose } = props;
  const isOpen = right === null;
  useNumberKeys(isOpen, (index) => {
    const option = options[index];
    if (option !== undefined) choose(option);
  });
  return (
    <ul className={styles.options}>
      {options.map((option, index) => {
        const state = isOpen ? undefined : option === right ? 'right' : option === chosen ? 'wrong' : 'other';
        return (
          <li key={option}>
            <button
              type="button"
              className={styles.option}
              data-state={state}
              aria-pressed={chosen === option}
              disabled={!isOpen}
              onClick={() => choose(option)}
            >
              <span className={styles.key} aria-hidden="true">
                {index + 1}
              </span>
              {option === nothing ? <span>{t('play.nothingHere')}</span> : <English>{option}</English>}
              {state === 'right' && <span aria-hidden="true">✓</span>}
              {state === 'wrong' && <span aria-hidden="true">✗</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
