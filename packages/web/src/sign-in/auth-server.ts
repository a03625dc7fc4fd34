import { ApiProblem, Unreachable } from '../api/problem.ts';

/** Where people sign in: the address and public key that `/api/v1/app-config` names. */
export interface AuthServer {
  url: string;
  key: string;
}

/** What somebody holds who is signed in. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends, in milliseconds of this device's clock. */
  endsAt: number;
}

const timeoutMs = 20_000;

/** Asks Supabase Auth, hosted or embedded. */
async function ask(server: AuthServer, path: string, body: unknown, token?: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`${server.url.replace(/\/$/, '')}/auth/v1/${path}`, {
      method: 'POST',
      headers: {
        apikey: server.key,
        Authorization: `Bearer ${token ?? server.key}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new Unreachable('Nobody answered.', { cause: error });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const { code, detail } = problemOf(answer);
  throw new ApiProblem(response.status, { code, detail });
}

/** GoTrue has named its reasons in four ways over the years. */
function problemOf(answer: unknown): { code: string; detail: string } {
  const fields: Readonly<Record<string, unknown>> = typeof answer === 'object' && answer !== null ? { ...answer } : {};
  const text = (...names: string[]): string | undefined =>
    names.map((name) => fields[name]).find((value): value is string => typeof value === 'string');
  return {
    code: text('error_code', 'error') ?? 'unknown',
    detail: text('msg', 'error_description', 'message') ?? 'Signing in did not work.',
  };
}

/** The tokens of an answer; `null` where the person must first open a link in an e-mail. */
function tokensOf(answer: unknown): Tokens | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { access_token, refresh_token, expires_in } = answer as Readonly<Record<string, unknown>>;
  if (typeof access_token !== 'string' || typeof refresh_token !== 'string') return null;
  const seconds = typeof expires_in === 'number' ? expires_in : 3600;
  return { accessToken: access_token, refreshToken: refresh_token, endsAt: Date.now() + seconds * 1000 };
}

/** Signs in with e-mail and password. */
export async function signInWithPassword(server: AuthServer, email: string, password: string): Promise<Tokens | null> {
  return tokensOf(await ask(server, 'token?grant_type=password', { email, password }));
}

/** Makes an account; `null` where the e-mail must be confirmed first. */
export async function signUp(
  server: AuthServer,
  person: { email: string; password: string; name: string },
): Promise<Tokens | null> {
  const { name, ...rest } = person;
  return tokensOf(await ask(server, 'signup', { ...rest, data: { name } }));
}

/** New tokens for old ones. */
export async function refresh(server: AuthServer, refreshToken: string): Promise<Tokens | null> {
  return tokensOf(await ask(server, 'token?grant_type=refresh_token', { refresh_token: refreshToken }));
}

/** Ends the session at the server, so that its tokens are worth nothing. */
export async function signOut(server: AuthServer, accessToken: string): Promise<void> {
  await ask(server, 'logout?scope=local', {}, accessToken);
}

/** Has an e-mail with a link sent that lets a person in who forgot the password. */
export async function sendReset(server: AuthServer, email: string, returnTo: string): Promise<void> {
  await ask(server, `recover?redirect_to=${encodeURIComponent(returnTo)}`, { email });
}

/** Sets the password of who is signed in. */
export async function setPassword(server: AuthServer, accessToken: string, password: string): Promise<void> {
  const response = await fetch(`${server.url.replace(/\/$/, '')}/auth/v1/user`, {
    method: 'PUT',
    headers: { apikey: server.key, Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ password }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new Unreachable('Nobody answered.', { cause: error });
  });
  if (!response.ok) throw new ApiProblem(response.status, problemOf(await response.json().catch(() => null)));
}

/** The tokens that a link of an e-mail carries behind the `#`; the address is cleaned by who calls. */
export function tokensOfLink(hash: string): { tokens: Tokens; kind: string } | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const tokens = tokensOf({
    access_token: fields.get('access_token'),
    refresh_token: fields.get('refresh_token'),
    expires_in: Number(fields.get('expires_in') ?? 3600),
  });
  return tokens && { tokens, kind: fields.get('type') ?? '' };
}
