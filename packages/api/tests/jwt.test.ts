import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { type StandIn, startStandIn } from '../../../tests/vendors/stand-in.ts';
import { createProbe } from './probe-routes.ts';
import { createTestApi, type TestApi } from './test-api.ts';
import { jwtSecret } from './world.ts';

const secret = new TextEncoder().encode(jwtSecret);
let database: TestDatabase;
const open: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  database = await createTestDatabase('sqlite');
});
afterEach(async () => {
  for (const part of open.splice(0).reverse()) await part.close();
});
afterAll(() => database.drop());

async function createApi(env: Record<string, string>): Promise<TestApi> {
  const api = await createTestApi(database, { routes: createProbe().routes, env: { AUTH_MODE: 'jwt', ...env } });
  open.push(api);
  return api;
}

const ask = async (api: TestApi, token: string): Promise<number> =>
  (await api.agent.get('/probe').set('Authorization', `Bearer ${token}`)).status;
const claimsOf = (claims: object) => new SignJWT({ sub: 'mia', ...claims }).setExpirationTime('5m');
const signed = (claims: object, alg = 'HS256') => claimsOf(claims).setProtectedHeader({ alg }).sign(secret);

test('a signed token is its user; one for other ears, of another issuer or not valid yet is nobody’s', async () => {
  const api = await createApi({ JWT_SECRET: jwtSecret, JWT_AUDIENCE: 'tulkka', JWT_ISSUER: 'https://id.example' });
  const right = { aud: 'tulkka', iss: 'https://id.example' };
  const soon = Math.floor(Date.now() / 1000) + 60;
  expect(await ask(api, await signed(right))).toBe(200);
  expect(await ask(api, await signed({ ...right, aud: ['other', 'tulkka'] }))).toBe(200);
  for (const wrong of [
    { aud: 'other' },
    { iss: 'https://evil.example' },
    { nbf: soon },
    { sub: '' },
    { sub: 'a b' },
    { sub: 7 },
  ]) {
    expect([wrong, await ask(api, await signed({ ...right, ...wrong }))]).toEqual([wrong, 401]);
  }
  expect(await ask(api, await signed(right, 'HS512'))).toBe(401);
  const response = await api.agent.get('/probe').set('Authorization', 'Basic bWlhOm1pYQ==');
  expect([response.status, response.headers['www-authenticate']]).toEqual([401, 'Bearer']);
});

test('the role is role or app_metadata.role, and never what users may write themselves', async () => {
  const api = await createApi({ JWT_SECRET: jwtSecret });
  const seesOthers = async (claims: object): Promise<number> =>
    (
      await api.agent
        .get('/probe')
        .query({ user_id: 'tom' })
        .set('Authorization', `Bearer ${await signed(claims)}`)
    ).status;
  expect(await seesOthers({ role: 'admin' })).toBe(200);
  expect(await seesOthers({ role: 'authenticated', app_metadata: { role: 'service' } })).toBe(200);
  expect(await seesOthers({ role: 'authenticated' })).toBe(403);
  expect(await seesOthers({ user_metadata: { role: 'admin' } })).toBe(403);
  expect(await seesOthers({ role: ['admin'], app_metadata: 'admin' })).toBe(403);
});

test('a token without an end, of the future, or of staff for longer than a day, is nobody’s', async () => {
  const api = await createApi({ JWT_SECRET: jwtSecret });
  const now = Math.floor(Date.now() / 1000);
  const token = (claims: object) =>
    new SignJWT({ sub: 'mia', ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  const answers: [object, number][] = [
    [{}, 401],
    [{ exp: 'tomorrow' }, 401],
    [{ exp: now + 300, iat: now + 300 }, 401],
    [{ exp: now + 300, iat: now + 20 }, 200],
    [{ exp: now + 300 }, 200],
    [{ exp: now + 30 * 86_400, iat: now }, 200],
    ...['teacher', 'admin', 'service'].flatMap((role): [object, number][] => [
      [{ role, exp: now + 86_400, iat: now }, 200],
      [{ role, exp: now + 2 * 86_400, iat: now }, 401],
      [{ role, exp: now + 2 * 86_400 }, 401],
      [{ app_metadata: { role }, exp: now + 300, iat: now - 2 * 86_400 }, 401],
    ]),
  ];
  for (const [claims, status] of answers) {
    expect([claims, await ask(api, await token(claims).catch(() => ''))]).toEqual([claims, status]);
  }
});

test('trusted headers prove nothing in jwt mode', async () => {
  const api = await createApi({ JWT_SECRET: jwtSecret });
  expect((await api.as('mia', 'admin').get('/probe')).status).toBe(401);
  expect((await api.agent.get('/probe').query({ user_id: 'mia' })).status).toBe(401);
});

describe('with a JWKS', () => {
  /** An identity provider with one key. */
  async function startProvider() {
    const keys = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
    const provider: StandIn<object> = await startStandIn({
      state: {},
      operationOf: () => 'jwks',
      handle: (_operation, exchange) => exchange.json(200, { keys: [jwk] }),
    });
    open.push(provider);
    const sign = (alg = 'ES256', kid = 'k1') =>
      claimsOf({ role: 'student' }).setProtectedHeader({ alg, kid }).sign(keys.privateKey);
    return { provider, jwk, sign };
  }

  test('its key is fetched once; a public key is no secret to sign with', async () => {
    const { provider, jwk, sign } = await startProvider();
    const api = await createApi({ JWT_JWKS_URL: `${provider.url}/jwks`, JWT_SECRET: jwtSecret });
    for (let i = 0; i < 5; i++) expect(await ask(api, await sign())).toBe(200);
    expect(provider.requests).toHaveLength(1);
    const withPublicKey = await claimsOf({ role: 'admin' })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .sign(new TextEncoder().encode(JSON.stringify(jwk)));
    expect(await ask(api, withPublicKey)).toBe(401);
    expect(await ask(api, await signed({}))).toBe(401);
    expect(await ask(api, await sign('ES256', 'unknown'))).toBe(401);
  });

  test('a provider that is away is our trouble, not the caller’s', async () => {
    const { sign } = await startProvider();
    const api = await createApi({ JWT_JWKS_URL: 'http://127.0.0.1:1/jwks' });
    expect(await ask(api, await sign())).toBe(503);
  });
});
