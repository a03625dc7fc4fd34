import { createHmac } from 'node:crypto';
import type { SignInConfig } from '@tulkka/shared/config';
import { AppError, DependencyUnavailableError } from '@tulkka/shared/errors';
import { z } from 'zod';

/** What Supabase Auth answers a sign-in with: a browser takes the two tokens over with `setSession`. */
export const SignedIn = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  user: z.object({ id: z.string().min(1) }),
});
export type SignedIn = z.infer<typeof SignedIn>;

const patienceMs = 10_000;

/**
 * Accounts of learners who have no e-mail: their address leads nowhere and their password is derived from our own secret,
 * so that nobody needs to keep it and a call that breaks off can be repeated.
 */
export class PlaceAccounts {
  constructor(
    private readonly signIn: SignInConfig | null,
    private readonly secret: string | null,
  ) {}

  /** Signs a place in; its account is made the first time. @throws DependencyUnavailableError without a sign-in */
  async open(place: string): Promise<SignedIn> {
    const { signIn, secret } = this;
    if (signIn === null || secret === null) {
      throw new DependencyUnavailableError('Nobody signs in here: set SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY.', {
        retryable: false,
      });
    }
    const password = createHmac('sha256', secret).update(`place:${place}`).digest('base64url');
    const credentials = { email: `${place}@places.invalid`, password };
    const known = await call(signIn, signIn.key, 'token?grant_type=password', credentials);
    if (known) return known;
    // Hosted projects make accounts for their servers; the embedded one lets them sign up.
    await call(signIn, secret, 'admin/users', { ...credentials, email_confirm: true });
    const made =
      (await call(signIn, signIn.key, 'token?grant_type=password', credentials)) ??
      (await call(signIn, signIn.key, 'signup', credentials));
    if (made) return made;
    throw new AppError('upstream_failed', 'The account of this place could not be made; ask for another code.');
  }
}

async function call({ url }: SignInConfig, key: string, path: string, body: object): Promise<SignedIn | null> {
  try {
    const response = await fetch(`${url}/auth/v1/${path}`, {
      method: 'POST',
      headers: { apikey: key, Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer = SignedIn.safeParse(await response.json());
    return response.ok && answer.success ? answer.data : null;
  } catch (error) {
    throw new DependencyUnavailableError('Sign-in does not answer; try again in a minute.', { cause: error });
  }
}
