import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, type Schema } from '../api/client.ts';
import { keepAhead } from '../offline/ahead.ts';
import { answerOrCopy, readCopy, writeCopy } from '../offline/copies.ts';
import { keptToday, saysWhatToDo } from './kept-today.ts';
import { usePerson } from './person.tsx';
import { type Services, useServices } from './services.tsx';
import { type ShownFirst, shownFirst } from './shown-first.ts';

type Today = Schema<'Today'>;

const todayCopy = 'today';
/** Set where something was answered on this device since the copy was made. */
const answeredSince = 'answered since today';

/** The key of a Today among the queries. */
export const todayKey = (userId: string) => ['today', userId] as const;

/** What is due today, and how it goes; without a network the copy of last time. */
const todayQuery = ({ api, press }: Services, userId: string) =>
  queryOptions({
    queryKey: todayKey(userId),
    queryFn: async (): Promise<Today> => {
      const ask = async (): Promise<Today> => {
        const today = await answerOf(api.GET('/api/v1/today'));
        await writeCopy(userId, answeredSince, false);
        return today;
      };
      const today = await answerOrCopy(userId, todayCopy, ask, (copy) => keptToday(copy, new Date()));
      // Nothing changes under a finger.
      await press.over();
      return today;
    },
  });

/** The copy of Today that may be shown before the server has answered; nothing where it would mislead. */
export async function readTodayAhead(userId: string): Promise<Today | undefined> {
  const [copy, isOld] = await Promise.all([readCopy<Today>(userId, todayCopy), readCopy(userId, answeredSince)]);
  if (copy === undefined || isOld === true) return undefined;
  const now = new Date();
  return saysWhatToDo(copy, now) ? keptToday(copy, now) : undefined;
}

/** Notes that something was answered: the kept Today does not know of it. */
export const noteAnswered = (userId: string): Promise<void> => writeCopy(userId, answeredSince, true);

/** What is due today; fetches the coming days' practice, too. */
export function useToday(): ShownFirst<Today> {
  const services = useServices();
  const { api } = services;
  const { id } = usePerson();
  const query = shownFirst(useQuery(todayQuery(services, id)));
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
export function useForgetToday(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['today'] }),
      queries.invalidateQueries({ queryKey: ['stats'] }),
    ]);
  };
}

/** Asks for Today anew, whatever is shown, so that what is kept of it knows what was answered. */
export function useFreshenToday(): () => Promise<void> {
  const queries = useQueryClient();
  const services = useServices();
  const { id } = usePerson();
  const forget = useForgetToday();
  return async () => {
    await forget();
    await queries.prefetchQuery(todayQuery(services, id));
  };
}
