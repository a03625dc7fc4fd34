import type { StoredToken, TokenPair, TokenStore } from '../../src/zoom/index.ts';

/** A token store in memory; it passes the same contract test as the one on a database. */
export class MemoryTokenStore implements TokenStore {
  row: StoredToken | undefined;
  saves = 0;
  failNextSaves = 0;
  private lease: { owner: string; until: number } | undefined;

  async load(): Promise<StoredToken | undefined> {
    await Promise.resolve();
    return this.row && { ...this.row };
  }

  async acquireLease(owner: string, ttlMs: number): Promise<boolean> {
    await Promise.resolve();
    if (this.lease && this.lease.owner !== owner && this.lease.until > Date.now()) return false;
    this.lease = { owner, until: Date.now() + ttlMs };
    this.row ??= {
      accessToken: null,
      refreshToken: null,
      expiresAt: null,
      version: 0,
      envFingerprint: null,
      failedAt: null,
      failure: null,
    };
    return true;
  }

  async releaseLease(owner: string): Promise<void> {
    if (this.lease?.owner === owner) this.lease = undefined;
  }

  async save(pair: TokenPair, expectedVersion: number): Promise<boolean> {
    if (this.failNextSaves > 0) {
      this.failNextSaves -= 1;
      throw new Error('the database is away');
    }
    if ((this.row?.version ?? 0) !== expectedVersion) return false;
    this.saves += 1;
    this.row = { ...pair, version: expectedVersion + 1, failedAt: null, failure: null };
    return true;
  }

  async recordFailure(failure: string, version: number): Promise<void> {
    if (this.row?.version === version) this.row = { ...this.row, failedAt: new Date(), failure };
  }
}
