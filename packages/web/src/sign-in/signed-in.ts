import type { AccessToken } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { type AuthServer, refresh, signOut, type Tokens } from './auth-server.ts';
import type { KeptSession, SessionStore } from './kept-session.ts';

/** A token is renewed so long before its end, which also forgives a clock that is a little off. */
const renewBeforeMs = 60_000;

/** Who is signed in, and the tokens to call with. */
export interface SignedIn {
  session(): Promise<KeptSession | null>;
  begin(tokens: Tokens): Promise<KeptSession>;
  end(): Promise<void>;
  accessToken: AccessToken;
  /** Calls when somebody came, went, or must sign in again; returns what ends it. Other tabs count. */
  listen(listener: () => void): () => void;
}

/** The `sub` of a token. Nothing is believed by it: the server checks. */
function subjectOf(accessToken: string): string {
  const payload = accessToken.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const subject = typeof claims === 'object' && claims !== null && 'sub' in claims ? claims.sub : null;
  if (typeof subject !== 'string') throw new Error('The sign-in names nobody.');
  return subject;
}

/** One tab at a time: a refresh token is good for once. */
const oneTabAtATime = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('tulkka-sign-in', work) : work();

/** Keeps who is signed in over reloads and tabs, and renews their tokens. */
export function keepSignedIn(server: () => Promise<AuthServer | null>, store: SessionStore): SignedIn {
  const listeners = new Set<() => void>();
  const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('tulkka-sign-in') : null;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  tabs?.addEventListener('message', tell);
  const notifyAll = (): void => {
    tell();
    tabs?.postMessage('changed');
  };

  const begin = async (tokens: Tokens): Promise<KeptSession> => {
    const session = { ...tokens, userId: subjectOf(tokens.accessToken) };
    await store.write(session);
    notifyAll();
    return session;
  };

  const renew = (refused: string | null): Promise<string | null> =>
    oneTabAtATime(async () => {
      const session = await store.read();
      if (session === null) return null;
      const fresh = session.endsAt - Date.now() > renewBeforeMs;
      // Another tab may have done it while this one waited.
      if (fresh && session.accessToken !== refused) return session.accessToken;
      const at = await server();
      if (at === null) return session.accessToken;
      try {
        const tokens = await refresh(at, session.refreshToken);
        if (tokens === null) return session.accessToken;
        await store.write({ ...tokens, userId: session.userId });
        return tokens.accessToken;
      } catch (error) {
        // Without a network, or while the server is away, nobody is signed out.
        if (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429) throw error;
        await store.clear();
        notifyAll();
        return null;
      }
    });

  return {
    session: () => store.read(),
    begin,
    end: async () => {
      const session = await store.read();
      const at = await server().catch(() => null);
      await store.clear();
      notifyAll();
      // The device forgets in any case; the server learns of it where it can be reached.
      if (session && at) await signOut(at, session.accessToken).catch(() => undefined);
    },
    accessToken: async (wish) => {
      const session = await store.read();
      if (session === null) return null;
      if (!wish && session.endsAt - Date.now() > renewBeforeMs) return session.accessToken;
      return renew(wish ? session.accessToken : null);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
