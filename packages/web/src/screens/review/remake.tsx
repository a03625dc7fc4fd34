import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { openDraft } from '../../review/draft.ts';
import { idOf } from '../../review/merge.ts';
import type { Review } from '../../review/use-review.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useReason } from '../../ui/states.tsx';

/** Has a set made anew of its lesson; what its teacher had in hand stays. */
export function Remake({ set, review }: { set: Schema<'ExerciseSet'>; review: Review }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const published = set.status === 'published';
  const remaking = useMutation({
    mutationFn: async () => {
      if (!(await review.save())) throw new Error('The last changes are not saved.');
      const params = { path: { id: set.id } };
      const before = new Set(review.draft.items.map(idOf));
      const body = { revision: review.revision(), published };
      const { data } = await answerOf(api.POST('/api/v1/exercises/{id}/regenerate', { params, body }));
      review.take(data);
      void queries.invalidateQueries({ queryKey: ['published', set.recording_id] });
      return openDraft(data.revision, data.exercises).items.filter((one) => !before.has(idOf(one))).length;
    },
  });
  const why = useReason(remaking.error);
  return (
    <div>
      <ConfirmButton
        label={t('desk.remake')}
        ask={t(published ? 'desk.remakePublishedAsk' : 'desk.remakeAsk')}
        confirm={t('desk.remake')}
        onConfirm={() => remaking.mutate()}
      />
      <p role="status">
        {remaking.isPending && t('desk.making')}
        {remaking.isSuccess && t('desk.remade', { count: remaking.data })}
      </p>
      {remaking.error && <p role="alert">{why}</p>}
    </div>
  );
}
