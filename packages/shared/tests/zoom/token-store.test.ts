import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { OauthTokenRepository } from '../../src/repositories/oauth-token-repository.ts';
import type { TokenPair, TokenStore } from '../../src/zoom/index.ts';
import { MemoryTokenStore } from './memory-token-store.ts';

const pair: TokenPair = {
  accessToken: 'v1.sealed-access',
  refreshToken: 'v1.sealed-refresh',
  expiresAt: new Date('2026-11-23T10:00:00.123Z'),
  envFingerprint: 'abcdef012345 abcdef012346 abcdef012347 abcdef012348',
};

/** What every token store promises; the one in memory serves the other tests only because it keeps this as well. */
function keepsTheContract(newStore: () => TokenStore): void {
  test('it is empty, then holds the pair that was saved, with its version', async () => {
    const store = newStore();
    expect(await store.load()).toBeUndefined();
    expect(await store.acquireLease('one', 60_000)).toBe(true);
    expect(await store.load()).toMatchObject({ version: 0, accessToken: null, expiresAt: null });
    expect(await store.save(pair, 0)).toBe(true);
    expect(await store.load()).toEqual({ ...pair, version: 1, failedAt: null, failure: null });
  });

  test('one of many owners gets the lease, of an empty store as well', async () => {
    const store = newStore();
    const won = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((owner) => store.acquireLease(owner, 60_000)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await store.acquireLease('f', 60_000)).toBe(false);
  });

  test('a lease is given back by its owner only, runs out, and its owner may take it again', async () => {
    const store = newStore();
    await store.acquireLease('one', 60_000);
    await store.releaseLease('another');
    expect(await store.acquireLease('two', 60_000)).toBe(false);
    expect(await store.acquireLease('one', 60_000)).toBe(true);
    await store.releaseLease('one');
    expect(await store.acquireLease('two', 0)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await store.acquireLease('three', 60_000)).toBe(true);
  });

  test('a save names the version that it replaces', async () => {
    const store = newStore();
    await store.acquireLease('one', 60_000);
    expect(await store.save(pair, 0)).toBe(true);
    expect(await store.save({ ...pair, accessToken: 'late' }, 0)).toBe(false);
    expect(await store.load()).toMatchObject({ version: 1, accessToken: pair.accessToken });
  });

  test('a failure belongs to its version, and a save clears it', async () => {
    const store = newStore();
    await store.acquireLease('one', 60_000);
    await store.save(pair, 0);
    await store.recordFailure('invalid_grant', 0);
    expect(await store.load()).toMatchObject({ failedAt: null });
    await store.recordFailure('invalid_grant', 1);
    expect(await store.load()).toMatchObject({ failure: 'invalid_grant', failedAt: expect.any(Date) });
    await store.save(pair, 1);
    expect(await store.load()).toMatchObject({ version: 2, failure: null, failedAt: null });
  });
}

describe('in memory', () => keepsTheContract(() => new MemoryTokenStore()));

onEveryDatabase((database) => {
  beforeEach(() => database().db('oauth_tokens').delete());
  keepsTheContract(() => new OauthTokenRepository(database().db));

  test('two vendors do not meet', async () => {
    await new OauthTokenRepository(database().db).acquireLease('one', 60_000);
    expect(await new OauthTokenRepository(database().db, 'other').load()).toBeUndefined();
  });
});
