import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useServices } from '../../app/services.tsx';
import type { Wish } from '../../review/findings.ts';
import type { Review } from '../../review/use-review.ts';
import { useReason } from '../../ui/states.tsx';

/** Has the server make items of the lesson. */
export interface Composing {
  make(wish: Wish, key: string): void;
  isPending: boolean;
  /** Why the last wish came to nothing, and what it was made for. */
  refused: { key: string; why: string } | null;
}

/** Makes items of findings and of marked words. @param made gets the key of a new item */
export function useCompose(setId: string, review: Review, made: (key: string) => void): Composing {
  const { api } = useServices();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: ({ wish }: { wish: Wish; key: string }) =>
      answerOf(api.POST('/api/v1/exercises/{id}/compose', { params: { path: { id: setId } }, body: wish })),
    onSuccess: ({ data: { kind, item } }) => made(review.add(kind, item)),
  });
  const reason = useReason(error);
  const said = error instanceof ApiProblem ? error.errors.map(({ message }) => message).join(' ') : '';
  const why = said === '' ? reason : said;
  return {
    make: (wish, key) => mutate({ wish, key }),
    isPending,
    refused: error && variables ? { key: variables.key, why } : null,
  };
}
