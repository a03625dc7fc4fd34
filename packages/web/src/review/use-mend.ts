import { useMutation } from '@tanstack/react-query';
import { answerOf, type Schema } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useServices } from '../app/services.tsx';
import type { AnyItem, DraftItem } from './draft.ts';
import type { Review } from './use-review.ts';

/** Mends items of a set that learners play already. */
export interface Mending {
  /** Stores a changed item; whether it was taken. */
  mend(one: DraftItem, item: AnyItem): Promise<boolean>;
  /** Why it was not taken, by item. */
  problems: ReadonlyMap<string, string>;
}

/** Each mend is sent by itself and at once: what learners play is no draft. */
export function useMend(set: Schema<'ExerciseSet'>, review: Review): Mending {
  const { api } = useServices();
  const mending = useMutation({
    mutationFn: async ({ one, item }: { one: DraftItem; item: AnyItem }) => {
      const path = { id: set.id, item_id: one.item.id ?? '' };
      const read = () => answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id: set.id } } }));
      const send = (revision: number) => {
        const body = { revision, item: changesOf(one.item, item) };
        return answerOf(api.PATCH('/api/v1/exercises/{id}/items/{item_id}', { params: { path }, body }));
      };
      await send(review.draft.revision).catch(async (error: unknown) => {
        if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
        // Somebody changed the set meanwhile; where this item is as it was, both changes stand.
        const { data } = await read();
        const theirs = data.exercises[one.kind].find(({ id }) => id === one.item.id);
        if (JSON.stringify(theirs) !== JSON.stringify(one.item)) throw error;
        return send(data.revision);
      });
      return read();
    },
    onSuccess: ({ data }) => review.settle(data, false),
  });
  const { error, variables, mutateAsync } = mending;
  return {
    mend: (one, item) =>
      mutateAsync({ one, item }).then(
        () => true,
        () => false,
      ),
    problems: new Map(error && variables ? [[variables.one.key, inWords(error)]] : []),
  };
}

type Changes = Schema<'EditItemRequest'>['item'];

/** The fields that were changed. */
const changesOf = (before: AnyItem, after: AnyItem): Changes => {
  const old: Record<string, unknown> = { ...before };
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name])),
  );
};

const inWords = (error: Error): string =>
  error instanceof ApiProblem && error.errors.length > 0
    ? error.errors.map(({ message }) => message).join(' ')
    : error.message;
