import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Options } from '../options.tsx';
import { Task } from '../task.tsx';
import { GapText } from './gap-text.tsx';

/** A text whose gaps are filled one after the other; one gap alone is answered by choosing. */
export function Cloze({ item, verdict, answer }: GameProps<'advanced_cloze'>): ReactNode {
  const { t } = useSpeech();
  const gaps = item.options.length;
  const [filled, setFilled] = useState<readonly (string | null)[]>(() => item.options.map(() => null));
  const [at, setAt] = useState(0);

  const choose = (option: string): void => {
    const next = filled.map((one, index) => (index === at ? option : one));
    setFilled(next);
    const open = next.indexOf(null);
    if (gaps === 1) answer({ answer: [option] });
    else if (open >= 0) setAt(open);
  };
  const complete = filled.every((one) => one !== null);

  return (
    <div className={styles.game}>
      <Task>{t(gaps === 1 ? 'play.gapTask' : 'play.gapsTask')}</Task>
      <GapText
        item={item}
        verdict={verdict}
        takesFocus
        gap={(index) => {
          const shown = filled[index] ?? null;
          if (gaps === 1) {
            return (
              <span className={styles.gap}>{shown ?? <span className="visually-hidden">{t('play.gap')}</span>}</span>
            );
          }
          return (
            <button
              type="button"
              className={styles.gap}
              aria-current={index === at ? 'true' : undefined}
              aria-label={shown ?? t('play.gapNumber', { number: index + 1 })}
              onClick={() => setAt(index)}
            >
              {shown}
            </button>
          );
        }}
      />
      <Options
        options={item.options[at] ?? []}
        chosen={filled[at] ?? null}
        right={verdict === null ? null : (item.correct_answers[at] ?? null)}
        choose={choose}
      />
      {gaps > 1 && verdict === null && (
        <Button kind="main" disabled={!complete} onClick={() => answer({ answer: filled.map((one) => one ?? '') })}>
          {t('play.check')}
        </Button>
      )}
    </div>
  );
}
