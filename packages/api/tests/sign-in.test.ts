import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { createTestApi, type TestApi } from './test-api.ts';

// Signing in as browsers do it: through the door under our own address, against the embedded server's Auth.
const Session = z.object({ access_token: z.string(), refresh_token: z.string(), user: z.object({ id: z.string() }) });
const password = 'a long password of the tests';

let supabase: TestSupabase;
let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  supabase = await startTestSupabase();
  database = await createTestDatabase('sqlite');
  api = await createTestApi(database, {
    env: {
      SUPABASE_URL: supabase.url,
      SUPABASE_KEY: supabase.key,
      SUPABASE_PUBLISHABLE_KEY: supabase.publishable,
      JWT_SECRET: supabase.jwtSecret,
      JWT_AUDIENCE: 'authenticated',
      AUTH_MODE: 'jwt',
    },
  });
}, 90_000);
afterAll(async () => {
  await api.close();
  await database.drop();
  await supabase.close();
});

const auth = (path: string, body: object, token?: string) =>
  api.agent
    .post(`/auth/v1/${path}`)
    .set({ apikey: supabase.publishable, ...(token && { Authorization: `Bearer ${token}` }) })
    .send(body);

let count = 0;
async function signUp(): Promise<{ email: string; id: string }> {
  const email = `ana-${Date.now()}-${++count}@example.com`;
  const { body } = await auth('signup', { email, password });
  return { email, id: Session.parse(body).user.id };
}

/** The latest e-mail to somebody, which the embedded server tells its log instead of sending it. */
async function mailTo(email: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const mail = supabase.mails.findLast((one) => one.includes(email));
    if (mail !== undefined) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing was mailed to ${email}.`);
}
const codeIn = (mail: string): string => /code(?: is| with this code)?:? (\d{6})/.exec(mail)?.[1] ?? '';
const meBy = (token: string) => api.agent.get('/api/v1/me').set('Authorization', `Bearer ${token}`);

test('a forgotten password: the code of the e-mail lets in, the new password works, the old does not', async () => {
  const { email, id } = await signUp();
  expect((await auth('recover', { email })).status).toBe(200);
  const token = codeIn(await mailTo(email));
  const { body } = await auth('verify', { type: 'recovery', email, token });
  const session = Session.parse(body);
  expect((await meBy(session.access_token)).body).toMatchObject({ id });
  const changed = await api.agent
    .put('/auth/v1/user')
    .set({ apikey: supabase.publishable, Authorization: `Bearer ${session.access_token}` })
    .send({ password: 'another long password' });
  expect(changed.status).toBe(200);
  expect((await auth('token?grant_type=password', { email, password })).status).toBe(400);
  expect((await auth('token?grant_type=password', { email, password: 'another long password' })).status).toBe(200);
  // A code is good for once.
  expect((await auth('verify', { type: 'recovery', email, token })).status).toBeGreaterThanOrEqual(400);
});

// Lite 0.10 leads to the app's own address whatever `redirect_to` says; the app goes on to the new password by the type.
test('the link of the e-mail leads through the door into the app, with tokens that let in', async () => {
  const { email, id } = await signUp();
  await auth('recover', { email });
  const link = /https?:\/\/\S+\/auth\/v1\/verify\S+/.exec(await mailTo(email))?.[0] ?? '';
  const { pathname, search } = new URL(link);
  const answer = await api.agent.get(`${pathname}${search}`).redirects(0);
  expect(answer.status).toBe(303);
  const target = new URL(answer.headers.location ?? '');
  expect(target.origin).toBe(new URL(supabase.url).origin);
  const fields = new URLSearchParams(target.hash.slice(1));
  expect(fields.get('type')).toBe('recovery');
  const token = fields.get('access_token') ?? '';
  expect((await meBy(token)).body).toMatchObject({ id });
});

test('a code by e-mail signs in without a password; a wrong one and one for somebody else do not', async () => {
  const { email, id } = await signUp();
  const other = await signUp();
  expect((await auth('otp', { email, create_user: false })).status).toBe(200);
  const token = codeIn(await mailTo(email));
  const wrong = token === '000000' ? '000001' : '000000';
  expect((await auth('verify', { type: 'magiclink', email, token: wrong })).status).toBeGreaterThanOrEqual(400);
  expect((await auth('verify', { type: 'magiclink', email: other.email, token })).status).toBeGreaterThanOrEqual(400);
  const session = Session.parse((await auth('verify', { type: 'magiclink', email, token })).body);
  expect((await meBy(session.access_token)).body).toMatchObject({ id });
});

test('the door lets nothing through that is for administrators', async () => {
  for (const path of ['admin/users', 'admin/generate_link', 'invite', 'settings']) {
    expect((await auth(path, {}, supabase.key)).status).toBe(404);
  }
});
