import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { openDraft } from '../../review/draft.ts';
import { type Difference, differencesOf, ownChanges } from '../../review/merge.ts';
import type { Review } from '../../review/use-review.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { Shown } from '../../ui/states.tsx';
import { ChangeText } from './change-text.tsx';
import styles from './review.module.css';

/** Somebody else changed the set meanwhile: what they did is shown item by item, and nothing is overwritten. */
export function Conflict(props: { setId: string; review: Review; lookAgain(): void }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { setId, review, lookAgain } = props;
  const query = useQuery({
    // After a merge what is still newer is asked for anew.
    queryKey: ['review-newest', setId, review.draft.revision],
    gcTime: 0,
    queryFn: () => answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id: setId } } })),
  });
  return (
    <Card title={t('desk.conflict')} tone="warm">
      <Shown query={query}>
        {({ data: newest }) =>
          newest.status === 'pending_review' ? (
            <Differences newest={newest} review={review} />
          ) : (
            <>
              <p role="alert">
                {t('desk.conflictDecided')} {t('desk.ownKept', { count: ownChanges(review.base, review.draft).length })}
              </p>
              <div className={styles.acts}>
                <Button
                  kind="main"
                  onClick={() => {
                    review.take(newest);
                    lookAgain();
                  }}
                >
                  {t('desk.takeTheirs')}
                </Button>
              </div>
            </>
          )
        }
      </Shown>
    </Card>
  );
}

function Differences({ newest, review }: { newest: Schema<'ExerciseSet'>; review: Review }): ReactNode {
  const { t } = useSpeech();
  const [keepMine, setKeepMine] = useState<ReadonlySet<string>>(new Set());
  const differences = differencesOf(review.base, review.draft, openDraft(newest.revision, newest.exercises));
  const isEmpty = differences.length === 0;
  const { merge } = review;
  // What one sent arrived, and only its answer did not: there is nothing to choose.
  // biome-ignore lint/correctness/useExhaustiveDependencies: merged once for each version of the set
  useEffect(() => {
    if (isEmpty) merge(newest, new Set());
  }, [isEmpty, newest]);
  const choose = (id: string, isMine: boolean): void => {
    const left = [...keepMine].filter((other) => other !== id);
    setKeepMine(new Set(isMine ? [...left, id] : left));
  };
  return (
    <>
      <p role="alert">{t('desk.conflictSays', { count: differences.length })}</p>
      <ul className={styles.list}>
        {differences.map((one) => (
          <li key={one.id} className={styles.difference}>
            <OneDifference one={one} />
            {one.mine && (
              <Checkbox
                label={t('desk.useMine')}
                checked={keepMine.has(one.id)}
                onChange={({ target }) => choose(one.id, target.checked)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button kind="main" onClick={() => merge(newest, keepMine)}>
          {t('desk.goOnWithBoth')}
        </Button>
        <Button onClick={() => review.take(newest)}>{t('desk.takeTheirs')}</Button>
      </div>
    </>
  );
}

function OneDifference({ one }: { one: Difference }): ReactNode {
  const { t } = useSpeech();
  const { kind, what, before, now, mine } = one;
  return (
    <>
      <p className={styles.mark}>
        {t(`desk.${kind}`)} · {t(`desk.item_${what}`)}
      </p>
      <ChangeText kind={kind} before={before} now={now} />
      {mine && (
        <>
          <p className={styles.mark}>{t('desk.yours')}</p>
          <ChangeText kind={kind} before={before} now={mine.dropped ? null : mine.item} />
        </>
      )}
    </>
  );
}
