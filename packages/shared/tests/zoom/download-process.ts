import { randomBytes } from 'node:crypto';
import { type DownloadRequest, TokenCipher, ZoomClient, ZoomTokenManager } from '../../src/zoom/index.ts';
import { MemoryTokenStore } from './memory-token-store.ts';

/** Downloads one file and reports how much memory that took, at its peak, beyond what the process and its compiler hold. */
const [apiBaseUrl, oauthBaseUrl, request] = process.argv.slice(2).map(String);
const silent = () => undefined;
const log = { error: silent, warn: silent, info: silent, debug: silent, child: () => log };
const tokens = new ZoomTokenManager({
  credentials: {
    clientId: 'client-id',
    clientSecret: 'client-secret',
    accountId: null,
    accessToken: null,
    refreshToken: 'refresh-0',
  },
  oauthBaseUrl: String(oauthBaseUrl),
  store: new MemoryTokenStore(),
  cipher: new TokenCipher(randomBytes(32).toString('base64')),
  log,
});
const client = new ZoomClient({
  apiBaseUrl: String(apiBaseUrl),
  getAccessToken: (rejected) => tokens.getAccessToken(rejected),
  longestWaitMs: 5_000,
});
const before = process.resourceUsage().maxRSS;
await client.download(JSON.parse(String(request)) as DownloadRequest);
process.stdout.write(JSON.stringify({ grownMegabytes: (process.resourceUsage().maxRSS - before) / 1024 }));
