import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Sheet } from './sheet-of.ts';
import styles from './worksheet.module.css';

/** What is right, on the last sheet. */
export function Answers({ sheet }: { sheet: Sheet }): ReactNode {
  const { t } = useSpeech();
  const { words, gaps, questions, sentences } = sheet;
  const parts: [string, string[]][] = [
    [t('classes.wordsTask'), words.answers],
    [t('classes.gapsTask'), gaps.map(({ answer }) => answer)],
    [t('classes.grammarTask'), questions.map(({ answer }) => answer)],
    [t('classes.sentencesTask'), sentences.map(({ answer }) => answer)],
  ];
  return (
    <section className={styles.answers}>
      <h2>{t('classes.answersTitle')}</h2>
      {parts
        .filter(([, answers]) => answers.length > 0)
        .map(([title, answers]) => (
          <div key={title}>
            <h3>{title}</h3>
            <ol className={styles.tasks} lang="en" dir="ltr">
              {answers.map((answer, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two tasks may have the same answer; their places stay
                <li key={place}>{answer}</li>
              ))}
            </ol>
          </div>
        ))}
    </section>
  );
}
