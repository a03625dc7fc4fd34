import { useEffect, useRef, useState } from 'react';
import { usePerson } from '../app/person.tsx';
import { readCopy, writeCopy } from '../offline/copies.ts';
import type { Draft } from './draft.ts';

/** A draft, and the set of the server that it was begun with. */
export interface KeptDraft {
  draft: Draft;
  base: Draft;
}

/**
 * Keeps a draft on this device with every change.
 * @param takeUp gets what a closed tab left, once
 */
export function useKeptDraft(setId: string, now: KeptDraft, takeUp: (kept: KeptDraft) => void): void {
  const { id: userId } = usePerson();
  const name = `review-draft ${setId}`;
  const [isRead, setRead] = useState(false);
  const taking = useRef(takeUp);
  taking.current = takeUp;
  useEffect(() => {
    void readCopy<KeptDraft>(userId, name).then((kept) => {
      if (kept) taking.current(kept);
      setRead(true);
    });
  }, [userId, name]);
  const { draft, base } = now;
  useEffect(() => {
    if (isRead) void writeCopy(userId, name, { draft: { ...draft, before: null }, base: { ...base, before: null } });
  }, [isRead, draft, base, userId, name]);
}
