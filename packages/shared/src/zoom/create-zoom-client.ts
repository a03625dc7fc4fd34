import type { Settings, ZoomConfig } from '../config/index.ts';
import { ValidationError } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import type { OnVendorCall } from '../upstream/index.ts';
import { ZoomClient } from './client.ts';
import { TokenCipher } from './token-cipher.ts';
import { ZoomTokenManager } from './token-manager.ts';
import type { TokenStore } from './token-store.ts';

/** A client with its token manager, as web and fetcher both need it. */
export function createZoomClient(
  { config, secrets }: Settings,
  zoom: ZoomConfig,
  parts: { store: TokenStore; log: Logger; onCall?: OnVendorCall },
): ZoomClient {
  const { zoomClientSecret: clientSecret, tokenEncryptionKey: key } = secrets;
  if (clientSecret === null || key === null) {
    throw new ValidationError([
      { path: 'ZOOM_CLIENT_SECRET', message: 'and TOKEN_ENCRYPTION_KEY are needed for Zoom' },
    ]);
  }
  const tokens = new ZoomTokenManager({
    credentials: {
      clientId: zoom.clientId,
      clientSecret,
      accountId: zoom.accountId,
      accessToken: secrets.zoomAccessToken,
      refreshToken: secrets.zoomRefreshToken,
    },
    oauthBaseUrl: zoom.oauthBaseUrl,
    cipher: new TokenCipher(key),
    ...parts,
  });
  return new ZoomClient({
    apiBaseUrl: zoom.apiBaseUrl,
    getAccessToken: (rejected) => tokens.getAccessToken(rejected),
    longestWaitMs: config.jobs.fetchIntervalSeconds * 1000,
    onCall: parts.onCall,
  });
}
