import { connect } from '../../src/database/index.ts';
import { OauthTokenRepository } from '../../src/repositories/oauth-token-repository.ts';
import { TokenCipher, ZoomClient, ZoomTokenManager } from '../../src/zoom/index.ts';
import type { TokenProcessOptions } from './token-process-options.ts';

/** One of several processes that call Zoom with one shared token pair; reports how its calls went. */
const options = JSON.parse(String(process.argv[2])) as TokenProcessOptions;
const db = connect(options.games, options.password);
const silent = () => undefined;
const log = { error: silent, warn: silent, info: silent, debug: silent, child: () => log };
const tokens = new ZoomTokenManager({
  credentials: options.credentials,
  oauthBaseUrl: options.oauthBaseUrl,
  store: new OauthTokenRepository(db),
  cipher: new TokenCipher(options.key),
  log,
});
const client = new ZoomClient({
  apiBaseUrl: options.apiBaseUrl,
  getAccessToken: (rejected) => tokens.getAccessToken(rejected),
  longestWaitMs: 5_000,
});
const failures: string[] = [];
let succeeded = 0;
for (let call = 0; call < options.calls; call += 1) {
  try {
    await client.listUsers();
    succeeded += 1;
  } catch (error) {
    failures.push(String(error));
  }
  await new Promise((resolve) => setTimeout(resolve, options.pauseMs));
}
await db.destroy();
process.stdout.write(JSON.stringify({ succeeded, failures }));
