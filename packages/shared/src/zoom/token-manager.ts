import { createHash, randomUUID } from 'node:crypto';
import { UpstreamError } from '../errors/index.ts';
import { wait } from '../lifecycle/index.ts';
import type { Logger } from '../logging/index.ts';
import type { OnVendorCall } from '../upstream/index.ts';
import { ZoomAuthorizationError } from './authorization-error.ts';
import type { TokenCipher } from './token-cipher.ts';
import { type Grant, GrantRefused, requestGrant } from './token-grant.ts';
import type { StoredToken, TokenPair, TokenStore } from './token-store.ts';

export interface ZoomCredentials {
  clientId: string;
  clientSecret: string;
  /** Set for a Server-to-Server app, which has no refresh token. */
  accountId: string | null;
  /** The environment's pair: only the first one, or a newer one after a new authorization. */
  accessToken: string | null;
  refreshToken: string | null;
}

export interface ZoomTokenParts {
  credentials: ZoomCredentials;
  oauthBaseUrl: string;
  store: TokenStore;
  cipher: TokenCipher;
  log: Logger;
  onCall?: OnVendorCall;
}

interface Usable {
  token: string;
  expiresAt: number;
}

/** Longer than the slowest grant request (20 s) and its save, so that a living owner never loses it. */
const leaseMs = 60_000;
const longestWaitMs = 45_000;
/** Zoom's tokens live an hour; we stop using one this long before, or after nine tenths of a shorter life. */
const marginMs = 120_000;
/** The environment does not say when its access token ends. If this is too long, a 401 tells us. */
const assumedLifeMs = 3_600_000;
/** How often refused credentials are tried again: once soon after a process starts, for the secret may be mended; else rarely. */
const recheckMs = 900_000;
const recheckAfterStartMs = 60_000;
/** As many as the column holds: the environments that processes may still run with. */
const rememberedFingerprints = 4;
const saveAttempts = 5;

/**
 * Hands out Zoom access tokens. However many callers and processes ask, one of them refreshes: the pair and the lease
 * live in a shared store, and whoever does not get the lease reads the row again.
 */
export class ZoomTokenManager {
  private readonly owner = randomUUID();
  private readonly fingerprint: string;
  private cached: Usable | undefined;
  private inFlight: Promise<Usable> | undefined;
  private rejected: string | undefined;
  private unsaved: { pair: TokenPair; replaces: number } | undefined;
  private recheckedSinceStart = false;
  private complainedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: ZoomTokenParts) {
    const { clientId, clientSecret, accountId, refreshToken } = parts.credentials;
    // A mended client secret makes Server-to-Server credentials new, but an authorized refresh token no newer.
    const identity = accountId === null ? refreshToken : `${accountId}:${clientSecret}`;
    this.fingerprint = createHash('sha256').update(`${clientId}:${identity}`).digest('hex').slice(0, 12);
  }

  /**
   * A token to call Zoom with.
   * @param rejected the token that Zoom just answered with a 401: it is not handed out again
   */
  async getAccessToken(rejected?: string): Promise<string> {
    if (rejected !== undefined) {
      this.rejected = rejected;
      if (this.cached?.token === rejected) this.cached = undefined;
    }
    if (this.cached && this.cached.expiresAt > Date.now()) return this.cached.token;
    const usable = await this.shareFlight();
    // The flight may have begun before this token was rejected. A grant may also repeat it: then it is Zoom's last word.
    this.cached = usable.token === this.rejected ? await this.shareFlight() : usable;
    return this.cached.token;
  }

  private shareFlight(): Promise<Usable> {
    this.inFlight ??= this.obtain().finally(() => {
      this.inFlight = undefined;
    });
    return this.inFlight;
  }

  private async obtain(): Promise<Usable> {
    const deadline = Date.now() + longestWaitMs;
    for (;;) {
      const row = await this.parts.store.load();
      const usable = this.findUsable(row);
      if (usable) return usable;
      this.refuseWhileBroken(row);
      if (await this.parts.store.acquireLease(this.owner, leaseMs)) {
        const refreshed = await this.refreshUnderLease().finally(() => this.release());
        if (refreshed) return refreshed;
      }
      if (Date.now() > deadline) {
        throw new UpstreamError('Another process is still refreshing the Zoom token.', { retryable: true });
      }
      await wait(40 + Math.random() * 120);
    }
  }

  private findUsable(row: StoredToken | undefined): Usable | undefined {
    if (!row?.accessToken || !row.expiresAt || row.failedAt || !this.isTakenUp(row)) return undefined;
    if (row.expiresAt.getTime() <= Date.now()) return undefined;
    const token = this.parts.cipher.open(row.accessToken, 'zoom access token');
    return token === this.rejected ? undefined : { token, expiresAt: row.expiresAt.getTime() };
  }

  /** Whether the environment's token has been seen before; a process with an older environment must not bring its own back. */
  private isTakenUp(row: StoredToken): boolean {
    return row.envFingerprint?.split(' ').includes(this.fingerprint) ?? false;
  }

  private refuseWhileBroken(row: StoredToken | undefined): void {
    if (!row?.failedAt || !this.isTakenUp(row)) return;
    const due = row.failedAt.getTime() + (this.recheckedSinceStart ? recheckMs : recheckAfterStartMs);
    if (Date.now() >= due) {
      this.recheckedSinceStart = true;
      return;
    }
    throw this.complain(row.failure ?? 'refused before', due - Date.now());
  }

  private async refreshUnderLease(): Promise<Usable | undefined> {
    const row = await this.parts.store.load();
    // Whoever held the lease before us may have done the work.
    const usable = this.findUsable(row);
    if (usable) return usable;
    if (this.unsaved && this.unsaved.replaces === (row?.version ?? 0)) return this.save();
    if (row && row.version > 0 && this.isTakenUp(row)) return this.refreshStored(row);
    return this.takeUpEnvironment(row);
  }

  private async refreshStored(row: StoredToken): Promise<Usable | undefined> {
    const current = row.refreshToken && this.parts.cipher.open(row.refreshToken, 'zoom refresh token');
    try {
      return await this.keep(await this.request(current), current, row.version, row.envFingerprint ?? this.fingerprint);
    } catch (error) {
      if (!(error instanceof GrantRefused)) throw error;
      const latest = await this.parts.store.load();
      if (latest?.version !== row.version) return undefined;
      await this.parts.store.recordFailure(error.reason, row.version);
      throw this.complain(error.reason, recheckMs, error);
    }
  }

  /** The first pair of all, or a newer one after somebody authorized the app again. */
  private async takeUpEnvironment(row: StoredToken | undefined): Promise<Usable | undefined> {
    const { accountId, accessToken, refreshToken } = this.parts.credentials;
    const version = row?.version ?? 0;
    const seen = row?.envFingerprint?.split(' ') ?? [];
    const envFingerprint = [this.fingerprint, ...seen].slice(0, rememberedFingerprints).join(' ');
    if (accountId === null && accessToken !== null && accessToken !== this.rejected) {
      const pair = this.seal(accessToken, refreshToken, Date.now() + assumedLifeMs, envFingerprint);
      this.unsaved = { pair, replaces: version };
      return this.save();
    }
    try {
      return await this.keep(await this.request(refreshToken), refreshToken, version, envFingerprint);
    } catch (error) {
      if (!(error instanceof GrantRefused)) throw error;
      return this.rememberRefusal(row, error, envFingerprint);
    }
  }

  /** A refused newcomer never replaces a stored pair; it is only remembered, so that it is not tried again at every call. */
  private async rememberRefusal(
    row: StoredToken | undefined,
    refused: GrantRefused,
    envFingerprint: string,
  ): Promise<undefined> {
    const version = row?.version ?? 0;
    const keep = row && version > 0;
    const kept: TokenPair = keep
      ? { accessToken: row.accessToken, refreshToken: row.refreshToken, expiresAt: row.expiresAt, envFingerprint }
      : this.seal(null, this.parts.credentials.refreshToken, null, envFingerprint);
    const saved = await this.parts.store.save(kept, version);
    if (keep && !row.failedAt) {
      this.parts.log.error('the Zoom token in the environment was refused; the stored one stays in use', {
        reason: refused.reason,
      });
      return undefined;
    }
    if (saved) await this.parts.store.recordFailure(refused.reason, version + 1);
    throw this.complain(refused.reason, recheckMs, refused);
  }

  private request(refreshToken: string | null): Promise<Grant> {
    const { clientId, clientSecret, accountId } = this.parts.credentials;
    if (accountId === null && !refreshToken) throw new GrantRefused('no_token', 'there is no refresh token');
    return requestGrant({
      oauthBaseUrl: this.parts.oauthBaseUrl,
      clientId,
      clientSecret,
      form:
        accountId === null
          ? { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' }
          : { grant_type: 'account_credentials', account_id: accountId },
      onCall: this.parts.onCall,
    });
  }

  private keep(
    grant: Grant,
    formerRefreshToken: string | null,
    replaces: number,
    fingerprint: string,
  ): Promise<Usable | undefined> {
    const lifeMs = grant.expiresInSeconds * 1000;
    const expiresAt = Date.now() + lifeMs - Math.min(marginMs, lifeMs / 10);
    const pair = this.seal(grant.accessToken, grant.refreshToken ?? formerRefreshToken, expiresAt, fingerprint);
    this.unsaved = { pair, replaces };
    return this.save();
  }

  /**
   * Stores the pair before anybody uses it. A rotated refresh token exists nowhere else, so a failing database is tried
   * again, and the pair is kept for the next call.
   */
  private async save(): Promise<Usable | undefined> {
    if (!this.unsaved) return undefined;
    const { pair, replaces } = this.unsaved;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const saved = await this.parts.store.save(pair, replaces);
        this.unsaved = undefined;
        return saved && pair.accessToken && pair.expiresAt
          ? {
              token: this.parts.cipher.open(pair.accessToken, 'zoom access token'),
              expiresAt: pair.expiresAt.getTime(),
            }
          : undefined;
      } catch (error) {
        this.parts.log.error('could not store the new Zoom token pair', { attempt, error });
        if (attempt === saveAttempts) throw error;
        await wait(200 * 2 ** attempt);
      }
    }
  }

  private seal(
    access: string | null,
    refresh: string | null,
    expiresAt: number | null,
    envFingerprint: string,
  ): TokenPair {
    const { cipher } = this.parts;
    return {
      accessToken: access && cipher.seal(access, 'zoom access token'),
      refreshToken: refresh && cipher.seal(refresh, 'zoom refresh token'),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      envFingerprint,
    };
  }

  private complain(reason: string, retryAfterMs: number, cause?: unknown): ZoomAuthorizationError {
    const mode = this.parts.credentials.accountId === null ? 'refresh_token' : 'account_credentials';
    const error = new ZoomAuthorizationError(reason, mode, retryAfterMs, cause);
    if (Date.now() - this.complainedAt >= recheckMs) {
      this.complainedAt = Date.now();
      this.parts.log.error(error.message);
    }
    return error;
  }

  private async release(): Promise<void> {
    try {
      await this.parts.store.releaseLease(this.owner);
    } catch (error) {
      this.parts.log.warn('could not release the Zoom token lease; it runs out by itself', { error });
    }
  }
}
