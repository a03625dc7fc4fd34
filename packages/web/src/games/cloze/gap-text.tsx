import { Fragment, type ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { ItemOf } from '../../play/play-item.ts';
import type { Verdict } from '../../play/verdict.ts';
import { English } from '../../ui/english.tsx';
import styles from '../game.module.css';

/** A text with gaps: open ones as the game shows them, after the verdict each with its right answer and how it was filled. */
export function GapText(props: {
  item: ItemOf['advanced_cloze'];
  verdict: Verdict | null;
  gap(index: number): ReactNode;
  takesFocus?: boolean;
}): ReactNode {
  const { item, verdict, gap, takesFocus = false } = props;
  const gaps = item.options.length;
  const blanks = verdict?.grade?.blanks;
  return (
    // Where nothing is typed into it, one reads on from here: the keys choose wherever the focus is.
    <p className={styles.text} {...(takesFocus && { 'data-first': true, tabIndex: -1 })}>
      <English>
        {item.text_parts.map((part, index) => {
          const blank = blanks?.[index];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay in their places
            <Fragment key={index}>
              {part}
              {index < gaps &&
                (verdict === null ? (
                  gap(index)
                ) : (
                  <span className={styles.gap} data-state={blank && (blank.isCorrect ? 'right' : 'wrong')}>
                    {item.correct_answers[index]}
                    {blank && gaps > 1 && <Mark isCorrect={blank.isCorrect} />}
                  </span>
                ))}
            </Fragment>
          );
        })}
      </English>
    </p>
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
