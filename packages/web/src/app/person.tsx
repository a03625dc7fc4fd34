import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Schema } from '../api/client.ts';
import { answerOf } from '../api/client.ts';
import { answerOrCopy } from '../offline/copies.ts';
import { useServices } from './services.tsx';

/** Who is signed in: their profile, settings and classes. */
export type Person = Schema<'Self'>;

const PersonContext = createContext<Person | null>(null);

/** Whether somebody is signed in on this device: `undefined` until that is known. */
export function useSignedInId(): string | null | undefined {
  const { signedIn } = useServices();
  const [userId, setUserId] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const look = (): void => void signedIn.session().then((session) => setUserId(session?.userId ?? null));
    look();
    return signedIn.listen(look);
  }, [signedIn]);
  return userId;
}

/** The profile of who is signed in; without a network the copy of last time. */
export function usePersonQuery(userId: string | null | undefined) {
  const { api } = useServices();
  return useQuery({
    queryKey: ['me', userId],
    enabled: typeof userId === 'string',
    queryFn: () => answerOrCopy(userId ?? '', 'me 2', () => answerOf(api.GET('/api/v1/me'))),
  });
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
