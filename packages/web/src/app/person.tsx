import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { type Api, answerOf, type Schema } from '../api/client.ts';
import { answerOrCopy } from '../offline/copies.ts';
import { useServices } from './services.tsx';
import { type ShownFirst, shownFirst } from './shown-first.ts';

/** Who is signed in: their profile, settings and classes. */
export type Person = Schema<'Self'>;

const PersonContext = createContext<Person | null>(null);

/** Who is signed in on this device; to begin with what the app found when it was opened. */
export function useSignedInId(first: string | null): string | null {
  const { signedIn } = useServices();
  const [userId, setUserId] = useState(first);
  useEffect(() => {
    const look = (): void => void signedIn.session().then((session) => setUserId(session?.userId ?? null));
    look();
    return signedIn.listen(look);
  }, [signedIn]);
  return userId;
}

/** What the copy of a profile is called. */
export const personCopy = 'me 2';

/** The key of a profile among the queries. */
export const personKey = (userId: string | null) => ['me', userId] as const;

/** The profile of who is signed in; without a network the copy of last time. */
export const personQuery = (api: Api, userId: string | null) =>
  queryOptions({
    queryKey: personKey(userId),
    enabled: userId !== null,
    queryFn: () => answerOrCopy(userId ?? '', personCopy, () => answerOf(api.GET('/api/v1/me'))),
  });

/** The same on a screen: the copy of last time is shown until the server has answered. */
export function usePersonQuery(userId: string | null): ShownFirst<Person> {
  const { api } = useServices();
  return shownFirst(useQuery(personQuery(api, userId)));
}

/** Hands the person down. */
export const PersonProvider = (props: { person: Person; children: ReactNode }): ReactNode => (
  <PersonContext value={props.person}>{props.children}</PersonContext>
);

/** Who is signed in; only on screens for people who are. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === null) throw new Error('usePerson needs somebody who is signed in.');
  return person;
}

/** Lets the profile be asked for again after a change. */
export function useForgetPerson(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['me'] });
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Whether the device says that it has a network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
