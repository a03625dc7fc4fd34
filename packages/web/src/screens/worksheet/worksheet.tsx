import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { English } from '../../ui/english.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Shown } from '../../ui/states.tsx';
import { Answers } from './answers.tsx';
import { type Choice, letterOf, type Sheet, sheetOf } from './sheet-of.ts';
import styles from './worksheet.module.css';

/** A set on paper: tasks first, answers on a sheet of their own. */
export function Worksheet({ setId }: { setId: string }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const query = useQuery({
    queryKey: ['worksheet', setId],
    queryFn: () => answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id: setId } } })),
  });
  return (
    <Screen
      title={query.data?.data.title ?? t('classes.worksheet')}
      width="wide"
      aside={
        <span className={styles.notPrinted}>
          <Button kind="main" onClick={() => print()}>
            {t('classes.print')}
          </Button>
        </span>
      }
    >
      <Shown query={query}>
        {({ data }) => {
          const sheet = sheetOf(data.exercises, data.id);
          return (
            <div className={styles.paper}>
              <p className={styles.name}>{t('classes.yourName')}</p>
              <Words words={sheet.words} />
              <Choices title={t('classes.gapsTask')} choices={sheet.gaps} />
              <Choices title={t('classes.grammarTask')} choices={sheet.questions} />
              <Sentences sentences={sheet.sentences} />
              <Answers sheet={sheet} />
            </div>
          );
        }}
      </Shown>
    </Screen>
  );
}

function Words({ words: { words, meanings } }: { words: Sheet['words'] }): ReactNode {
  const { t } = useSpeech();
  if (words.length === 0) return null;
  return (
    <section>
      <h2>{t('classes.wordsTask')}</h2>
      <div className={styles.match} lang="en" dir="ltr">
        <ol>
          {words.map((word) => (
            <li key={word}>
              {word} <span className={styles.line} />
            </li>
          ))}
        </ol>
        <ol type="a">
          {meanings.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function Choices({ title, choices }: { title: string; choices: readonly Choice[] }): ReactNode {
  if (choices.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ol className={styles.tasks} lang="en" dir="ltr">
        {choices.map(({ text, options }) => (
          <li key={text}>
            {text.replace(/_{3,}/, '________')}
            <p className={styles.options}>
              {options.map((option, place) => (
                <span key={option}>
                  {letterOf(place)}) {option}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sentences({ sentences }: { sentences: Sheet['sentences'] }): ReactNode {
  const { t } = useSpeech();
  if (sentences.length === 0) return null;
  return (
    <section>
      <h2>{t('classes.sentencesTask')}</h2>
      <ol className={styles.tasks} dir="ltr">
        {sentences.map(({ tokens, answer }) => (
          <li key={answer}>
            <English>{tokens.join(' / ')}</English>
            <p className={styles.write} />
          </li>
        ))}
      </ol>
    </section>
  );
}
