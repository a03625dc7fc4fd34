import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, type Schema } from '../api/client.ts';
import { useServices } from '../app/services.tsx';
import { useNews } from '../news/use-news.ts';

/** What one has oneself of a set at this moment. */
interface Own {
  revision: number;
  unsent: boolean;
  isSaving: boolean;
  take(set: Schema<'ExerciseSet'>): void;
}

/** How far one is behind others. */
interface Others {
  /** Whether others were faster, and nothing may be sent before one has chosen. */
  isLate: boolean;
  /** Says that one has the newest set oneself. */
  caughtUp(): void;
}

/** Takes in what others do with a set, at once where nothing of one's own is on its way. */
export function useOthers(set: Schema<'ExerciseSet'>, own: Own): Others {
  const { api } = useServices();
  const queries = useQueryClient();
  const { id, status } = set;
  const [heard, setHeard] = useState(set.revision);
  /** After a long absence nobody knows what changed: the set is looked at again. */
  const [mayBeBehind, setMayBeBehind] = useState(false);
  const newest = Math.max(heard, set.revision);
  const take = useRef(own.take);
  take.current = own.take;
  useNews((news) => {
    const revisions = news.flatMap((one) => (one.event === 'set' && one.id === id ? (one.revision ?? 0) : []));
    setHeard((known) => Math.max(known, ...revisions));
    if (news.some(({ event }) => event === 'reset')) setMayBeBehind(true);
  });
  const isBehind = (mayBeBehind || newest > own.revision) && !own.isSaving;
  const isFree = isBehind && !own.unsent;
  useEffect(() => {
    if (!isFree) return;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const { data } = await answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id } } }));
      if (!isWanted) return;
      setHeard(data.revision);
      setMayBeBehind(false);
      void queries.invalidateQueries({ queryKey: ['published', data.recording_id] });
      if (data.status === status) take.current(data);
      else void queries.invalidateQueries({ queryKey: ['review', id] });
    };
    void look().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [isFree, api, queries, id, status]);
  return { isLate: isBehind && own.unsent, caughtUp: () => setMayBeBehind(false) };
}
