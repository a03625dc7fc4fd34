import { z } from 'zod';
import type { Settings, SignInConfig } from '../../config/index.ts';
import { connectSupabase } from '../../lessons/index.ts';
import { eraseAccount } from '../../people/index.ts';
import { type Check, type Finding, failed, note, ok, skipped } from './check.ts';

const answerMs = 10_000;
/** An account that nobody has. */
const nobody = '00000000-0000-4000-8000-000000000000';

/** What of the sign-in can be seen from outside; docs/deploy/sign-in.md names every switch. */
export function signInChecks({ config, secrets }: Settings): Check[] {
  const { signIn, auth } = config;
  return [
    { name: 'sign-in', look: () => (signIn === null ? notThere() : checkSwitches(signIn)) },
    { name: 'sign-in links', look: () => (signIn === null ? notThere() : checkSiteUrl(signIn)) },
    { name: 'sign-in keys', look: () => (signIn === null ? notThere() : checkKeys(signIn, auth.jwksUrl)) },
    { name: 'closing accounts', look: () => checkErasing(config.supabaseUrl, secrets.supabaseKey) },
  ];
}

const notThere = async (): Promise<Finding> =>
  skipped('nobody signs in in a browser: set SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY');

const Switches = z.looseObject({
  external: z.record(z.string(), z.boolean()),
  disable_signup: z.boolean(),
  mailer_autoconfirm: z.boolean(),
});

async function checkSwitches({ url, key, throughUs }: SignInConfig): Promise<Finding> {
  const answer = await ask(`${url}/auth/v1/settings`, key);
  if (answer.status === 401) return failed('the key is refused', 'set a valid SUPABASE_PUBLISHABLE_KEY');
  const found = Switches.safeParse(await answer.json().catch(() => null));
  if (!found.success)
    return failed(`answers HTTP ${answer.status}`, 'check SUPABASE_URL, and that Auth is switched on');
  const { external, disable_signup, mailer_autoconfirm } = found.data;
  if (external.email !== true)
    return failed('e-mail is switched off', 'switch the provider “Email” on: people sign in by it');
  if (external.anonymous_users === true)
    return note(
      'anonymous sign-ins are on',
      'switch them off: learners without e-mail come by a code of their teacher',
    );
  if (disable_signup) return note('nobody may make an account', 'switch sign-ups on, or make accounts by hand');
  // The embedded one delivers no e-mail that could be confirmed.
  if (mailer_autoconfirm && !throughUs)
    return note('addresses are not confirmed', 'switch “Confirm email” on, or anybody signs up with another’s address');
  return ok('people sign in by e-mail');
}

/** A link that is no good leads to the address that good ones lead to. */
async function checkSiteUrl({ url, key, throughUs }: SignInConfig): Promise<Finding> {
  const answer = await ask(`${url}/auth/v1/verify?token=none&type=recovery`, key);
  const location = answer.headers.get('location');
  if (location === null) return skipped('does not say where the links of its e-mails lead');
  const { origin, hostname } = new URL(location);
  if (!throughUs && ['localhost', '127.0.0.1'].includes(hostname))
    return failed(`the links of its e-mails lead to ${origin}`, 'set the Site URL to the address of the app');
  return ok(`the links of its e-mails lead to ${origin}`);
}

const KeySet = z.object({ keys: z.array(z.looseObject({ alg: z.string().optional() })) });

async function checkKeys({ url, key }: SignInConfig, jwksUrl: string | null): Promise<Finding> {
  const answer = await ask(jwksUrl ?? `${url}/auth/v1/.well-known/jwks.json`, key);
  const { keys } = KeySet.catch({ keys: [] }).parse(await answer.json().catch(() => null));
  const named = keys.map(({ alg }) => alg ?? 'unnamed').join(', ');
  if (jwksUrl === null)
    return ok(
      keys.length === 0 ? 'tokens are signed with JWT_SECRET' : `tokens are checked by JWT_SECRET; keys: ${named}`,
    );
  return keys.length > 0
    ? ok(`tokens are signed with ${named}`)
    : failed(
        'no signing key is published',
        'change to JWT signing keys in the project, or set JWT_SECRET to its secret',
      );
}

async function checkErasing(url: string | null, key: string | null): Promise<Finding> {
  if (url === null || key === null) return skipped('no lessons database is configured');
  if (key.startsWith('sb_publishable_')) return skipped('needs the secret key');
  await eraseAccount(connectSupabase(url, key), nobody);
  return ok('people can erase themselves');
}

const ask = (url: string, key: string): Promise<Response> =>
  fetch(url, { headers: { apikey: key }, redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
