import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { English } from '../../ui/english.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Options } from '../options.tsx';
import { Task } from '../task.tsx';

/** A sentence with one gap and a question of grammar in it. */
export function Grammar({ item, verdict, answer }: GameProps<'grammar_challenge'>): ReactNode {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<string | null>(null);
  const [before = '', after = ''] = item.question.split(/_{2,}/);
  const hasGap = /_{2,}/.test(item.question);
  return (
    <div className={styles.game}>
      <Task>{t('play.grammarTask')}</Task>
      <p className={styles.text} data-first tabIndex={-1}>
        <English>
          {before}
          {hasGap && (
            <>
              <span className={styles.gap} data-state={verdict ? (verdict.isCorrect ? 'right' : 'wrong') : undefined}>
                {verdict ? item.correct_answer : <span className="visually-hidden">{t('play.gap')}</span>}
              </span>
              {after}
            </>
          )}
        </English>
      </p>
      <Options
        options={item.options}
        chosen={chosen}
        right={verdict === null ? null : item.correct_answer}
        choose={(option) => {
          setChosen(option);
          answer({ answer: option });
        }}
      />
    </div>
  );
}
