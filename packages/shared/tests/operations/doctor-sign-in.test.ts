import { readSettings, type Settings } from '@tulkka/shared/config';
import { startTestSupabase } from '../../../../tests/harness/test-supabase.ts';
import { type SupabaseAuthState, startSupabaseAuth } from '../../../../tests/vendors/supabase-auth.ts';
import { type CheckResult, runCheck } from '../../src/operations/checks/check.ts';
import { signInChecks } from '../../src/operations/checks/sign-in.ts';

async function look(settings: Settings): Promise<Record<string, CheckResult>> {
  const results = await Promise.all(signInChecks(settings).map(runCheck));
  return Object.fromEntries(results.map((result) => [result.name, result]));
}

/** What the doctor says of a hosted project in this state. */
async function lookAtHosted(
  state: Partial<SupabaseAuthState>,
  settings: { key?: string; jwksUrl?: string | null } = {},
) {
  const auth = await startSupabaseAuth(state);
  const { config, secrets } = readSettings({}).settings;
  const signIn = { url: auth.url, key: settings.key ?? auth.state.publishableKey, throughUs: false };
  const jwksUrl = settings.jwksUrl === undefined ? `${auth.url}/auth/v1/.well-known/jwks.json` : settings.jwksUrl;
  const found = await look({ config: { ...config, signIn, auth: { ...config.auth, jwksUrl } }, secrets });
  await auth.close();
  return found;
}

const right = { siteUrl: 'https://app.example.org' };
const { external } = { external: { email: true, anonymous_users: false } };
const switches = { external, disable_signup: false, mailer_autoconfirm: false };

test('a hosted project that is set as the page on signing in says', async () => {
  expect(await lookAtHosted(right)).toMatchObject({
    'sign-in': { state: 'ok' },
    'sign-in links': { state: 'ok', detail: expect.stringContaining('https://app.example.org') },
    'sign-in keys': { state: 'ok', detail: 'tokens are signed with ES256' },
    'closing accounts': { state: 'skipped' },
  });
});

test.each<[string, Partial<SupabaseAuthState>, Parameters<typeof lookAtHosted>[1], string, string, RegExp]>([
  ['the site URL of a new project', {}, {}, 'sign-in links', 'failed', /Site URL/],
  ['no sign-in by e-mail', { settings: { ...switches, external: { email: false } } }, {}, 'sign-in', 'failed', /Email/],
  [
    'addresses that nobody confirms',
    { settings: { ...switches, mailer_autoconfirm: true } },
    {},
    'sign-in',
    'note',
    /Confirm/,
  ],
  ['no new accounts', { settings: { ...switches, disable_signup: true } }, {}, 'sign-in', 'note', /sign-ups/],
  [
    'anonymous sign-ins',
    { settings: { ...switches, external: { ...external, anonymous_users: true } } },
    {},
    'sign-in',
    'note',
    /code of their teacher/,
  ],
  ['no signing keys', { algorithms: [] }, {}, 'sign-in keys', 'failed', /JWT signing keys/],
  ['another project’s key', right, { key: 'sb_publishable_other' }, 'sign-in', 'failed', /PUBLISHABLE_KEY/],
])('%s is named with its remedy', async (_, state, settings, name, expected, remedy) => {
  const found = await lookAtHosted(state, settings);
  expect(found[name]).toMatchObject({ state: expected, remedy: expect.stringMatching(remedy) });
});

test('a project that still signs with its shared secret is fine where we have that secret', async () => {
  const found = await lookAtHosted({ ...right, algorithms: [] }, { jwksUrl: null });
  expect(found['sign-in keys']).toMatchObject({ state: 'ok', detail: 'tokens are signed with JWT_SECRET' });
});

test('the embedded server needs nothing to be set', async () => {
  const supabase = await startTestSupabase();
  const env = {
    SUPABASE_URL: supabase.url,
    SUPABASE_KEY: supabase.key,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishable,
    JWT_SECRET: supabase.jwtSecret,
  };
  const found = await look(readSettings(env).settings);
  await supabase.close();
  expect(Object.values(found).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok']);
}, 90_000);

test('without a sign-in there is nothing to look at', async () => {
  const found = await look(readSettings({}).settings);
  expect(Object.values(found).every(({ state }) => state === 'skipped')).toBe(true);
});
