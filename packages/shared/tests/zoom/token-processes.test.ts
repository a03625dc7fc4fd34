import { randomBytes } from 'node:crypto';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';
import { runScript } from '../../../../tests/vendors/run-script.ts';
import { startZoom } from '../../../../tests/vendors/zoom.ts';
import { credentials } from './harness.ts';
import type { TokenProcessOptions } from './token-process-options.ts';

onEveryDatabase((database) => {
  test('4 processes with 50 calls each and a token of 2 seconds never present a refresh token twice', async () => {
    const zoom = await startZoom({ users: [{ id: 'u', email: 'u@example.com' }], oauth: { accessTokenSeconds: 2 } });
    const options: TokenProcessOptions = {
      games: database().games,
      password: database().password,
      key: randomBytes(32).toString('base64'),
      credentials,
      apiBaseUrl: zoom.apiBaseUrl,
      oauthBaseUrl: zoom.oauthBaseUrl,
      calls: 50,
      pauseMs: 120,
    };
    const script = new URL('./token-process.ts', import.meta.url);
    const outputs = await Promise.all([1, 2, 3, 4].map(() => runScript(script, [JSON.stringify(options)])));
    expect(outputs.map((output) => JSON.parse(output))).toEqual(Array(4).fill({ succeeded: 50, failures: [] }));
    expect(zoom.state.oauth.reusedRefreshTokens).toBe(0);
    // Six seconds and more of calls: the pair was really replaced on the way, and by one process each time.
    expect(zoom.state.oauth.refreshes).toBeGreaterThanOrEqual(3);
    expect(zoom.state.oauth.refreshes).toBeLessThanOrEqual(12);
    await zoom.close();
  }, 90_000);
});
