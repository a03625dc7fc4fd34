/** The stored token pair. Both tokens are sealed texts: the store never sees them plain. */
export interface StoredToken {
  accessToken: string | null;
  refreshToken: string | null;
  /** From when on the access token counts as expired; already earlier than the vendor's own instant. */
  expiresAt: Date | null;
  /** Counts the pairs; a save names the version it replaces. 0: no pair was ever stored. */
  version: number;
  /** Fingerprints of the environment's tokens that were taken up so far, newest first, divided by spaces. */
  envFingerprint: string | null;
  /** When the vendor refused the pair for good, and why; null while it works. */
  failedAt: Date | null;
  failure: string | null;
}

/** A pair to store; it clears an earlier failure. */
export interface TokenPair {
  accessToken: string | null;
  refreshToken: string | null;
  expiresAt: Date | null;
  envFingerprint: string;
}

/** Where all processes share one token pair, and agree who refreshes it. */
export interface TokenStore {
  load(): Promise<StoredToken | undefined>;
  /** Takes the right to refresh for `owner`, unless another's has not run out; makes the row when there is none. */
  acquireLease(owner: string, ttlMs: number): Promise<boolean>;
  releaseLease(owner: string): Promise<void>;
  /** Replaces version `expectedVersion`; false when another process was there first. */
  save(pair: TokenPair, expectedVersion: number): Promise<boolean>;
  /** Notes that the vendor refused version `version` for good; does nothing when a newer pair stands there. */
  recordFailure(failure: string, version: number): Promise<void>;
}
