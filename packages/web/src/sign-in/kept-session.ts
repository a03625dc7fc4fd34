import type { DBSchema } from 'idb';
import { openIfAllowed } from '../offline/open-if-allowed.ts';
import type { Tokens } from './auth-server.ts';

/** Who is signed in on this device. */
export interface KeptSession extends Tokens {
  userId: string;
}

interface SignInDatabase extends DBSchema {
  session: { key: 'current'; value: KeptSession };
}

/** Where the session of a device is kept: not in localStorage, which any script reads at once and by one word. */
export interface SessionStore {
  read(): Promise<KeptSession | null>;
  write(session: KeptSession): Promise<void>;
  clear(): Promise<void>;
}

/** The session in IndexedDB; in a private window that forbids it, in memory. */
export function openSessionStore(): SessionStore {
  let inMemory: KeptSession | null = null;
  const opened = openIfAllowed<SignInDatabase>('tulkka-sign-in', 1, {
    upgrade: (database) => void database.createObjectStore('session'),
  });
  return {
    read: async () => (await (await opened)?.get('session', 'current').catch(() => undefined)) ?? inMemory,
    write: async (session) => {
      inMemory = session;
      await (await opened)?.put('session', session, 'current').catch(() => undefined);
    },
    clear: async () => {
      inMemory = null;
      await (await opened)?.delete('session', 'current').catch(() => undefined);
    },
  };
}
