import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { isSame, openDraft } from '../../review/draft.ts';
import type { Review } from '../../review/use-review.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Shown } from '../../ui/states.tsx';
import styles from './review.module.css';

/** Somebody else changed the set meanwhile: nothing is overwritten before one has chosen. */
export function Conflict({ setId, review }: { setId: string; review: Review }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const query = useQuery({
    queryKey: ['review-newest', setId],
    gcTime: 0,
    queryFn: () => answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id: setId } } })),
  });
  return (
    <Card title={t('desk.conflict')} tone="warm">
      <Shown query={query}>
        {({ data: newest }) => {
          const theirs = openDraft(newest.revision, newest.exercises);
          const mine = new Set(review.draft.items.map(({ item }) => JSON.stringify(item)));
          const theirsOnly = theirs.items.filter(({ item }) => !mine.has(JSON.stringify(item))).length;
          return (
            <>
              <p role="alert">
                {newest.status === 'pending_review'
                  ? t('desk.conflictSays', { count: isSame(theirs, review.draft) ? 0 : theirsOnly })
                  : t('desk.conflictDecided')}
              </p>
              <div className={styles.acts}>
                <Button onClick={() => review.settle(newest, false)}>{t('desk.takeTheirs')}</Button>
                {newest.status === 'pending_review' && (
                  <Button onClick={() => review.settle(newest, true)}>{t('desk.keepMine')}</Button>
                )}
              </div>
            </>
          );
        }}
      </Shown>
    </Card>
  );
}
