import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Review } from '../../review/use-review.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './review.module.css';

/** Sends the set off, or back: Ctrl+Enter approves and opens the next one that waits. */
export function Decision(props: { set: Schema<'ExerciseSet'>; review: Review; isOpen: boolean }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { set, review, isOpen } = props;
  const [reason, setReason] = useState('');
  const params = { path: { id: set.id } };

  const goOn = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['desk'] });
    const { lessons } = await answerOf(api.GET('/api/v1/desk', { params: { query: { limit: 100 } } }));
    const next = lessons.find((one) => one.set?.status === 'pending_review' && one.set.id !== set.id);
    navigate(next?.set ? `/desk/${next.set.id}` : '/desk');
  };
  const approving = useMutation({
    mutationFn: async () => {
      if (!(await review.save())) throw new Error('The last changes are not saved.');
      return answerOf(api.POST('/api/v1/exercises/{id}/approve', { params }));
    },
    onSuccess: goOn,
  });
  const rejecting = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/exercises/{id}/reject', { params, body: { reason } })),
    onSuccess: goOn,
  });
  const reopening = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/exercises/{id}/reopen', { params })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['review', set.id] }),
  });

  const approve = useRef(() => {});
  approve.current = () => isOpen && !approving.isPending && review.state !== 'conflict' && approving.mutate();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      approve.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  const error = approving.error ?? rejecting.error ?? reopening.error;
  const why = useReason(error);
  const kept = review.draft.items.filter(({ dropped }) => !dropped).length;
  return (
    <Card tone="accent">
      <p role="status">
        {isOpen
          ? t(review.state === 'conflict' ? 'desk.conflictState' : `desk.${review.state}`)
          : t(`desk.is_${set.status}`)}{' '}
        {t('desk.kept', { count: kept })}
      </p>
      {error && <p role="alert">{why}</p>}
      {isOpen && (
        <>
          <Button
            kind="main"
            disabled={approving.isPending || review.state === 'conflict' || kept === 0}
            onClick={() => approving.mutate()}
          >
            {t('desk.approve')}
          </Button>
          <details>
            <summary>{t('desk.reject')}</summary>
            <div className={styles.form}>
              <TextArea label={t('desk.rejectWhy')} value={reason} onChange={({ target }) => setReason(target.value)} />
              <Button kind="danger" disabled={reason.trim() === ''} onClick={() => rejecting.mutate()}>
                {t('desk.reject')}
              </Button>
            </div>
          </details>
        </>
      )}
      {set.status === 'rejected' && (
        <>
          <p>{set.reject_reason}</p>
          <Button onClick={() => reopening.mutate()}>{t('desk.reopen')}</Button>
        </>
      )}
    </Card>
  );
}
