import { useCallback, useEffect, useState } from 'react';
import { usePerson } from '../app/person.tsx';
import { readCopy, writeCopy } from '../offline/copies.ts';
import type { DraftItem } from './draft.ts';
import { idOf, joined } from './merge.ts';

/** One's own versions of items that made way for those of others: nothing that somebody typed is lost. */
export interface Aside {
  items: readonly DraftItem[];
  put(items: readonly DraftItem[]): void;
  forget(one: DraftItem): void;
}

/** Keeps on this device what was put aside of a set, until it is applied again or forgotten. */
export function useAside(setId: string): Aside {
  const { id: userId } = usePerson();
  const name = `aside ${setId}`;
  const [items, setItems] = useState<readonly DraftItem[]>([]);
  useEffect(() => {
    void readCopy<DraftItem[]>(userId, name).then((kept = []) => setItems((now) => joined(kept, now)));
  }, [userId, name]);
  const change = useCallback(
    (by: (now: readonly DraftItem[]) => readonly DraftItem[]) =>
      setItems((now) => {
        const then = by(now);
        void writeCopy(userId, name, then);
        return then;
      }),
    [userId, name],
  );
  const put = useCallback(
    (more: readonly DraftItem[]): void => {
      if (more.length > 0) change((now) => joined(now, more));
    },
    [change],
  );
  return { items, put, forget: (one) => change((now) => now.filter((other) => idOf(other) !== idOf(one))) };
}
