import { randomBytes } from 'node:crypto';
import type { ZoomStandIn } from '../../../../tests/vendors/zoom.ts';
import type { LogFields, Logger } from '../../src/logging/index.ts';
import type { VendorCall } from '../../src/upstream/index.ts';
import { TokenCipher, ZoomClient, type ZoomCredentials, ZoomTokenManager } from '../../src/zoom/index.ts';
import { MemoryTokenStore } from './memory-token-store.ts';

/** A logger that keeps its lines. */
export function keepLines(): Logger & { lines: { level: string; message: string; fields: LogFields | undefined }[] } {
  const lines: { level: string; message: string; fields: LogFields | undefined }[] = [];
  const at = (level: string) => (message: string, fields?: LogFields) => void lines.push({ level, message, fields });
  const log = { lines, error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug'), child: () => log };
  return log;
}

export const cipher = new TokenCipher(randomBytes(32).toString('base64'));

export const credentials: ZoomCredentials = {
  clientId: 'client-id',
  clientSecret: 'client-secret',
  accountId: null,
  accessToken: null,
  refreshToken: 'refresh-0',
};

/** A token manager against the stand-in, as one process would have it. */
export function newTokens(
  zoom: ZoomStandIn,
  store: MemoryTokenStore,
  change: Partial<ZoomCredentials> = {},
  sealing = cipher,
) {
  const log = keepLines();
  const tokens = new ZoomTokenManager({
    credentials: { ...credentials, ...change },
    oauthBaseUrl: zoom.oauthBaseUrl,
    store,
    cipher: sealing,
    log,
  });
  return { tokens, log };
}

/** A whole client against the stand-in. */
export function newClient(zoom: ZoomStandIn, longestWaitMs = 5_000) {
  const store = new MemoryTokenStore();
  const { tokens, log } = newTokens(zoom, store);
  const calls: VendorCall[] = [];
  const client = new ZoomClient({
    apiBaseUrl: zoom.apiBaseUrl,
    getAccessToken: (rejected) => tokens.getAccessToken(rejected),
    longestWaitMs,
    onCall: (call) => calls.push(call),
  });
  return { client, calls, log, store };
}
