import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, type Schema } from '../api/client.ts';
import { useServices } from '../app/services.tsx';
import type { AnyItem, DraftItem, Kind } from './draft.ts';
import { type Problems, problemsOfItem } from './problems.ts';
import { type HeldSet, sendOver } from './send-over.ts';
import type { Review } from './use-review.ts';
import { createWishes } from './wishes.ts';

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
  const [wishes] = useState(createWishes);
  const held: HeldSet<Schema<'ExerciseSet'>> = {
    revision: review.revision,
    read: async () => (await answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id: set.id } } }))).data,
    take: review.take,
    lookAgain: () => void queries.invalidateQueries({ queryKey: ['review', set.id] }),
  };
  /** Sends a change, after which what is in the games is asked for again. */
  const store = async <T>(
    send: (revision: number) => Promise<T>,
    stillFits: (newest: Schema<'ExerciseSet'>) => boolean,
  ): Promise<T> => {
    const answer = await sendOver(held, send, stillFits);
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
      return store(send, isAsItWas(one));
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
      await store(
        (revision) =>
          answerOf(api.DELETE('/api/v1/exercises/{id}/items/{item_id}', { params: { path, query: { revision } } })),
        isAsItWas(one),
      );
    },
    add: async (kind, { id: _, ...item }) => {
      const name = JSON.stringify([kind, item]);
      const send = (newest: number) =>
        wishes.send(name, newest, ({ key, revision }) => {
          const params = { path: { id: set.id }, header: { 'Idempotency-Key': key } };
          // The item is of its list's own kind, which TypeScript cannot follow through two names.
          const body = { revision, kind, item } as Added;
          return answerOf(api.POST('/api/v1/exercises/{id}/items', { params, body }));
        });
      const added = await store(send, () => true);
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
