import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf } from '../api/client.ts';
import { keepAhead } from '../offline/ahead.ts';
import { answerOrCopy } from '../offline/copies.ts';
import { usePerson } from './person.tsx';
import { useServices } from './services.tsx';

/** What is due today, and how it goes; without a network the copy of last time. Fetches the coming days' practice, too. */
export function useToday() {
  const { api } = useServices();
  const { id } = usePerson();
  const query = useQuery({
    queryKey: ['today', id],
    queryFn: () => answerOrCopy(id, 'today', () => answerOf(api.GET('/api/v1/today'))),
  });
  const date = query.data?.date;
  useEffect(() => {
    if (date === undefined || !navigator.onLine) return;
    // What the learner looks at comes first.
    const timer = setTimeout(() => void keepAhead(api, id, date), 1500);
    return () => clearTimeout(timer);
  }, [api, id, date]);
  return query;
}

/** Lets Today be asked for again: something was answered. */
export function useForgetToday(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['today'] });
    void queries.invalidateQueries({ queryKey: ['stats'] });
  };
}
