import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, type Schema } from '../api/client.ts';
import { useServices } from '../app/services.tsx';

/** A published item, and why it is to leave the games. */
export type Withdrawal = Pick<Schema<'LessonItem'>, 'game_type' | 'item_id'> & { reason: string };

/** Takes published items out of the games; what shows them is asked for again. */
export function useWithdraw(): UseMutationResult<Schema<'WithdrawnItem'>, Error, Withdrawal> {
  const { api } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ game_type, item_id, reason }: Withdrawal) =>
      answerOf(
        api.POST('/api/v1/items/{game_type}/{item_id}/withdraw', {
          params: { path: { game_type, item_id } },
          body: { reason },
        }),
      ),
    onSettled: () =>
      Promise.all(['reports', 'published', 'review'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
