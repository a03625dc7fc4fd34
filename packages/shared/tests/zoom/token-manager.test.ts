import { randomBytes } from 'node:crypto';
import { startZoom, type ZoomStandIn } from '../../../../tests/vendors/zoom.ts';
import { TokenCipher, ZoomAuthorizationError } from '../../src/zoom/index.ts';
import { cipher, newTokens } from './harness.ts';
import { MemoryTokenStore } from './memory-token-store.ts';

let zoom: ZoomStandIn;
let store: MemoryTokenStore;
const stored = () => {
  if (!store.row) throw new Error('nothing is stored');
  return store.row;
};
const grants = () => zoom.requests.filter(({ operation }) => operation === 'token').length;

beforeEach(async () => {
  zoom = await startZoom();
  store = new MemoryTokenStore();
});
afterEach(() => zoom.close());

test('a hundred callers in three processes make one refresh', async () => {
  const processes = [1, 2, 3].map(() => newTokens(zoom, store).tokens);
  const asked = processes.flatMap((tokens) => Array.from({ length: 33 }, () => tokens.getAccessToken()));
  const tokens = new Set(await Promise.all(asked));
  expect(tokens.size).toBe(1);
  expect(zoom.state.oauth.refreshes).toBe(1);
});

test('the stored pair is sealed, and another process goes on with it, not with the environment', async () => {
  const token = await newTokens(zoom, store).tokens.getAccessToken();
  expect(JSON.stringify(store.row)).not.toContain(token);
  expect(JSON.stringify(store.row)).not.toContain(zoom.state.oauth.refreshToken);
  store.row = { ...stored(), expiresAt: new Date(0) };
  await newTokens(zoom, store).tokens.getAccessToken();
  expect(zoom.state.oauth).toMatchObject({ refreshes: 2, reusedRefreshTokens: 0 });
});

test('a token is replaced before it ends', async () => {
  zoom.state.oauth.accessTokenSeconds = 1;
  const { tokens } = newTokens(zoom, store);
  const first = await tokens.getAccessToken();
  expect(Number(stored().expiresAt)).toBeLessThan(Number(zoom.state.oauth.accessTokens[first]));
  store.row = { ...stored(), expiresAt: new Date(0) };
  expect(await newTokens(zoom, store).tokens.getAccessToken()).not.toBe(first);
});

test('a token that Zoom rejects is replaced, once for all who met it', async () => {
  const { tokens } = newTokens(zoom, store);
  const first = await tokens.getAccessToken();
  const next = await Promise.all(Array.from({ length: 20 }, () => tokens.getAccessToken(first)));
  expect(new Set(next).size).toBe(1);
  expect(next[0]).not.toBe(first);
  expect(zoom.state.oauth.refreshes).toBe(2);
});

test('a rejected token that another process has replaced costs no refresh', async () => {
  const [one, two] = [newTokens(zoom, store).tokens, newTokens(zoom, store).tokens];
  const first = await one.getAccessToken();
  await two.getAccessToken();
  const second = await two.getAccessToken(first);
  expect(await one.getAccessToken(first)).toBe(second);
  expect(zoom.state.oauth.refreshes).toBe(2);
});

test('the environment’s access token is used first, until it is rejected', async () => {
  const { tokens } = newTokens(zoom, store, { accessToken: 'from-env' });
  expect(await tokens.getAccessToken()).toBe('from-env');
  expect(grants()).toBe(0);
  expect(await tokens.getAccessToken('from-env')).not.toBe('from-env');
  expect(zoom.state.oauth).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 });
});

test('a Server-to-Server app gets its token without a refresh token', async () => {
  const { tokens } = newTokens(zoom, store, { accountId: 'account-id', refreshToken: null });
  const token = await tokens.getAccessToken();
  expect(zoom.state.oauth.accessTokens[token]).toBeGreaterThan(Date.now());
  expect(await tokens.getAccessToken(token)).not.toBe(token);
});

test('a revoked token is a clear error with its remedy, logged once, and Zoom is not asked again and again', async () => {
  zoom.state.oauth.revoked = true;
  const { tokens, log } = newTokens(zoom, store);
  for (let i = 0; i < 10; i += 1) {
    const error = await tokens.getAccessToken().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ZoomAuthorizationError);
    expect(error).toMatchObject({ retryable: true, retryAfterMs: expect.any(Number) });
    expect(String(error)).toMatch(/authorize the zoom app again.*ZOOM_REFRESH_TOKEN/i);
  }
  await expect(newTokens(zoom, store).tokens.getAccessToken()).rejects.toThrow(/ZOOM_REFRESH_TOKEN/);
  expect(grants()).toBe(1);
  expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('a refused pair is tried again after a while, and works when Zoom takes it again', async () => {
  zoom.state.oauth.revoked = true;
  await expect(newTokens(zoom, store).tokens.getAccessToken()).rejects.toThrow();
  zoom.state.oauth.revoked = false;
  store.row = { ...stored(), failedAt: new Date(Date.now() - 3_600_000) };
  await expect(newTokens(zoom, store).tokens.getAccessToken()).resolves.toMatch(/^access-/);
  expect(store.row).toMatchObject({ failedAt: null, failure: null });
});

test('a newer token in the environment is taken up, and a process with the old environment follows', async () => {
  const old = newTokens(zoom, store).tokens;
  await old.getAccessToken();
  zoom.state.oauth.refreshToken = 'refresh-authorized-again';
  const renewed = newTokens(zoom, store, { refreshToken: 'refresh-authorized-again' }).tokens;
  const token = await renewed.getAccessToken();
  expect(zoom.state.oauth.accessTokens[token]).toBeDefined();
  const restarted = newTokens(zoom, store).tokens;
  expect(await restarted.getAccessToken()).toBe(token);
  store.row = { ...stored(), expiresAt: new Date(0) };
  await restarted.getAccessToken(token);
  expect(zoom.state.oauth.reusedRefreshTokens).toBe(0);
});

test('a newer token ends a failure', async () => {
  zoom.state.oauth.revoked = true;
  await expect(newTokens(zoom, store).tokens.getAccessToken()).rejects.toThrow();
  zoom.state.oauth.revoked = false;
  zoom.state.oauth.refreshToken = 'refresh-new';
  await expect(newTokens(zoom, store, { refreshToken: 'refresh-new' }).tokens.getAccessToken()).resolves.toMatch(
    /^access-/,
  );
});

test('a wrong newcomer does not replace a pair that works', async () => {
  const token = await newTokens(zoom, store).tokens.getAccessToken();
  const { tokens, log } = newTokens(zoom, store, { refreshToken: 'mistyped' });
  expect(await tokens.getAccessToken()).toBe(token);
  expect(log.lines[0]?.message).toMatch(/refused; the stored one stays/);
  expect(await newTokens(zoom, store, { refreshToken: 'mistyped' }).tokens.getAccessToken()).toBe(token);
  expect(grants()).toBe(2);
});

test('a pair is not lost when the database is away for a moment', async () => {
  store.failNextSaves = 2;
  const { tokens } = newTokens(zoom, store);
  await expect(tokens.getAccessToken()).resolves.toMatch(/^access-/);
  expect(cipher.open(String(stored().refreshToken), 'zoom refresh token')).toBe(zoom.state.oauth.refreshToken);
});

test('a loser whose token was rotated away reads the row again', async () => {
  const winner = newTokens(zoom, store).tokens;
  await winner.getAccessToken();
  const stale = { ...stored(), expiresAt: new Date(0) };
  store.row = { ...stale, expiresAt: new Date(0) };
  const fresh = await winner.getAccessToken(await winner.getAccessToken());
  const current = store.row;
  // What a process reads whose lease ran out: the former row, twice, and then the truth.
  let stales = 2;
  const load = store.load.bind(store);
  store.load = async () => (stales-- > 0 ? stale : load());
  expect(await newTokens(zoom, store).tokens.getAccessToken()).toBe(fresh);
  expect(store.row).toEqual(current);
  expect(stored().failedAt).toBeNull();
  expect(zoom.state.oauth.reusedRefreshTokens).toBe(1);
});

test.each([
  ['a server error', { status: 503, body: 'away' }],
  ['a page instead of JSON', { status: 200, body: '<html>' }],
  ['a rate limit', { status: 429, headers: { 'retry-after': '3' }, body: '{}' }],
  ['a lost connection', { drop: true as const }],
])('%s is no refusal: the next call tries again', async (_name, answer) => {
  zoom.script.push({ on: 'token', answer });
  const { tokens } = newTokens(zoom, store);
  await expect(tokens.getAccessToken()).rejects.toMatchObject({ retryable: true });
  expect(store.row?.failedAt ?? null).toBeNull();
  await expect(tokens.getAccessToken()).resolves.toMatch(/^access-/);
});

test('with another encryption key nothing is guessed: the error names the remedy, and a new authorization mends it', async () => {
  await newTokens(zoom, store).tokens.getAccessToken();
  const other = new TokenCipher(randomBytes(32).toString('base64'));
  await expect(newTokens(zoom, store, {}, other).tokens.getAccessToken()).rejects.toThrow(/TOKEN_ENCRYPTION_KEY/);
  zoom.state.oauth.refreshToken = 'refresh-new';
  await expect(newTokens(zoom, store, { refreshToken: 'refresh-new' }, other).tokens.getAccessToken()).resolves.toMatch(
    /^access-/,
  );
});
