import type { Db } from '../database/index.ts';
import { isDuplicateKey } from '../database/index.ts';
import type { StoredToken, TokenPair, TokenStore } from '../zoom/token-store.ts';

const table = 'oauth_tokens';

interface Row {
  provider: string;
  access_token: string | null;
  refresh_token: string | null;
  expires_at: Date | number | string | null;
  version: number;
  env_fingerprint: string | null;
  failed_at: Date | number | string | null;
  failure: string | null;
}

/** The token pair of one vendor, and the lease of whoever refreshes it. Every change is one statement. */
export class OauthTokenRepository implements TokenStore {
  constructor(
    private readonly db: Db,
    private readonly provider = 'zoom',
  ) {}

  async load(): Promise<StoredToken | undefined> {
    const row = await this.db<Row>(table).where({ provider: this.provider }).first();
    return row && toStored(row);
  }

  async acquireLease(owner: string, ttlMs: number): Promise<boolean> {
    const now = new Date();
    const lease = { lease_owner: owner, lease_expires_at: new Date(now.getTime() + ttlMs), updated_at: now };
    const taken = await this.db(table)
      .where({ provider: this.provider })
      .where((free) =>
        free.whereNull('lease_owner').orWhere('lease_owner', owner).orWhere('lease_expires_at', '<', now),
      )
      .update(lease);
    if (taken > 0) return true;
    if (await this.db(table).where({ provider: this.provider }).first('provider')) return false;
    try {
      await this.db(table).insert({ provider: this.provider, version: 0, ...lease });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async releaseLease(owner: string): Promise<void> {
    await this.db(table)
      .where({ provider: this.provider, lease_owner: owner })
      .update({ lease_owner: null, lease_expires_at: null, updated_at: new Date() });
  }

  async save(pair: TokenPair, expectedVersion: number): Promise<boolean> {
    const saved = await this.db(table)
      .where({ provider: this.provider, version: expectedVersion })
      .update({
        access_token: pair.accessToken,
        refresh_token: pair.refreshToken,
        expires_at: pair.expiresAt,
        env_fingerprint: pair.envFingerprint,
        version: expectedVersion + 1,
        failed_at: null,
        failure: null,
        updated_at: new Date(),
      });
    return saved > 0;
  }

  async recordFailure(failure: string, version: number): Promise<void> {
    const now = new Date();
    await this.db(table)
      .where({ provider: this.provider, version })
      .update({ failed_at: now, failure, updated_at: now });
  }
}

function toStored(row: Row): StoredToken {
  return {
    accessToken: row.access_token,
    refreshToken: row.refresh_token,
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    version: row.version,
    envFingerprint: row.env_fingerprint,
    failedAt: row.failed_at === null ? null : new Date(row.failed_at),
    failure: row.failure,
  };
}
