import type { QueryClient } from '@tanstack/react-query';
import { chooseLanguage, type Language } from '../i18n/languages.ts';
import { readCopy } from '../offline/copies.ts';
import type { SignedIn } from '../sign-in/signed-in.ts';
import { type Person, personCopy, personKey } from './person.tsx';
import { showFirst } from './shown-first.ts';
import { readTodayAhead, todayKey } from './today-query.ts';

/** What this device knows when the app is opened, before any network has answered. */
export interface Opening {
  userId: string | null;
  language: Language;
}

/** Looks up who is signed in, and lets the screens begin with what is kept of them: it is in their own databases alone. */
export async function readOpening(
  signedIn: Pick<SignedIn, 'session'>,
  queries: QueryClient,
  wishes: readonly string[],
): Promise<Opening> {
  const session = await signedIn.session();
  const userId = session?.userId ?? null;
  const person = userId === null ? undefined : await readCopy<Person>(userId, personCopy);
  if (person === undefined) return { userId, language: chooseLanguage(wishes) };
  showFirst(queries, personKey(userId), person);
  const today = await readTodayAhead(person.id);
  if (today !== undefined) showFirst(queries, todayKey(person.id), today);
  return { userId, language: chooseLanguage(person.chosen.includes('locale') ? [person.locale] : wishes) };
}
