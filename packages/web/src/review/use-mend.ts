import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, type Schema } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useServices } from '../app/services.tsx';
import type { AnyItem, DraftItem, Kind } from './draft.ts';
import { type Problems, problemsOfItem } from './problems.ts';
import type { Review } from './use-review.ts';

/** Changes a set that learners play already. */
export interface Mending {
  /** Stores a changed item; whether it was taken. */
  mend(one: DraftItem, item: AnyItem): Promise<boolean>;
  /** Takes an item out of what learners play. */
  drop(one: DraftItem): Promise<void>;
  /** Adds an item to what learners play. @returns its key */
  add(kind: Kind, item: AnyItem): Promise<string>;
  /** Why an item was not taken, by its key. */
  problems: Problems;
}

type Added = Schema<'AddItemRequest'>;

/** Each change is sent by itself and at once: what learners play is no draft. */
export function useMend(set: Schema<'ExerciseSet'>, review: Review): Mending {
  const { api } = useServices();
  const queries = useQueryClient();
  const read = () => answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id: set.id } } }));

  /** Where somebody changed the set meanwhile, and what is changed here is as it was, both changes stand. */
  const sendOver = async <T>(
    send: (revision: number) => Promise<T>,
    stillFits: (newest: Schema<'ExerciseSet'>) => boolean,
  ): Promise<T> => {
    const answer = await send(review.revision()).catch(async (error: unknown) => {
      if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
      const { data } = await read();
      if (!stillFits(data)) throw error;
      return send(data.revision);
    });
    review.take((await read()).data);
    void queries.invalidateQueries({ queryKey: ['published', set.recording_id] });
    return answer;
  };
  const pathOf = (one: DraftItem) => ({ id: set.id, item_id: one.item.id ?? '' });
  const isAsItWas =
    (one: DraftItem) =>
    ({ exercises }: Schema<'ExerciseSet'>): boolean =>
      JSON.stringify(exercises[one.kind].find(({ id }) => id === one.item.id)) === JSON.stringify(one.item);
  const mending = useMutation({
    mutationFn: ({ one, item }: { one: DraftItem; item: AnyItem }) => {
      const path = pathOf(one);
      const send = (revision: number) => {
        const body = { revision, item: changesOf(one.item, item) };
        return answerOf(api.PATCH('/api/v1/exercises/{id}/items/{item_id}', { params: { path }, body }));
      };
      return sendOver(send, isAsItWas(one));
    },
  });
  const { error, variables, mutateAsync } = mending;
  return {
    mend: (one, item) =>
      mutateAsync({ one, item }).then(
        () => true,
        () => false,
      ),
    drop: async (one) => {
      const path = pathOf(one);
      await sendOver(
        (revision) =>
          answerOf(api.DELETE('/api/v1/exercises/{id}/items/{item_id}', { params: { path, query: { revision } } })),
        isAsItWas(one),
      );
    },
    add: async (kind, { id: _, ...item }) => {
      const params = { path: { id: set.id } };
      const send = (revision: number) =>
        // The item is of its list's own kind, which TypeScript cannot follow through two names.
        answerOf(api.POST('/api/v1/exercises/{id}/items', { params, body: { revision, kind, item } as Added }));
      const added = await sendOver(send, () => true);
      return added.item.id ?? '';
    },
    problems: new Map(error && variables ? [[variables.one.key, problemsOfItem(error)]] : []),
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
