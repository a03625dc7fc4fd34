import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import type { AnyItem, Kind } from '../../review/draft.ts';
import type { Wish } from '../../review/findings.ts';
import { useWhy } from '../../ui/states.tsx';

/** Has the server make items of the lesson. */
export interface Composing {
  make(wish: Wish, key: string): void;
  isPending: boolean;
  /** Why the last wish came to nothing, and what it was made for. */
  refused: { key: string; why: string } | null;
}

/**
 * Makes items of findings and of marked words.
 * @param add puts an item into the set, and says its key
 * @param made gets the key of a new item
 */
export function useCompose(
  setId: string,
  add: (kind: Kind, item: AnyItem) => string | Promise<string>,
  made: (key: string) => void,
): Composing {
  const { api } = useServices();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: async ({ wish }: { wish: Wish; key: string }) => {
      const params = { path: { id: setId } };
      const { data } = await answerOf(api.POST('/api/v1/exercises/{id}/compose', { params, body: wish }));
      return add(data.kind, data.item);
    },
    onSuccess: made,
  });
  const why = useWhy(error);
  return {
    make: (wish, key) => mutate({ wish, key }),
    isPending,
    refused: error && variables ? { key: variables.key, why } : null,
  };
}
