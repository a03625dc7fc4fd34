import { Fragment, type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { English } from '../../ui/english.tsx';
import styles from '../game.module.css';
import type { GameProps } from '../game-props.ts';
import { Options } from '../options.tsx';

/** A text whose gaps are filled one after the other; one gap alone is answered by choosing. */
export function Cloze({ item, verdict, answer }: GameProps<'advanced_cloze'>): ReactNode {
  const { t } = useSpeech();
  const gaps = item.options.length;
  const [filled, setFilled] = useState<readonly (string | null)[]>(() => item.options.map(() => null));
  const [at, setAt] = useState(0);
  const blanks = verdict?.grade?.blanks;

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
      <p className={styles.task}>{t(gaps === 1 ? 'play.gapTask' : 'play.gapsTask')}</p>
      <p className={styles.text}>
        <English>
          {item.text_parts.map((part, index) => {
            const blank = blanks?.[index];
            const shown = verdict === null ? filled[index] : (item.correct_answers[index] ?? null);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay in their places
              <Fragment key={index}>
                {part}
                {index < gaps &&
                  (gaps === 1 || verdict !== null ? (
                    <span className={styles.gap} data-state={blank && (blank.isCorrect ? 'right' : 'wrong')}>
                      {shown ?? <span className="visually-hidden">{t('play.gap')}</span>}
                      {blank && gaps > 1 && <Mark isCorrect={blank.isCorrect} />}
                    </span>
                  ) : (
                    <button
                      type="button"
                      className={styles.gap}
                      aria-current={index === at ? 'true' : undefined}
                      aria-label={shown ?? t('play.gapNumber', { number: index + 1 })}
                      onClick={() => setAt(index)}
                    >
                      {shown}
                    </button>
                  ))}
              </Fragment>
            );
          })}
        </English>
      </p>
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

/** How one gap of several was filled, not by colour alone. */
function Mark({ isCorrect }: { isCorrect: boolean }): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {' '}
      <span aria-hidden="true">{isCorrect ? '✓' : '✗'}</span>
      <span className="visually-hidden">{t(isCorrect ? 'play.right' : 'play.wrong')}</span>
    </>
  );
}
