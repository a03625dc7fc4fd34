import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectCounters } from '../../packages/api/src/http/redis-counters.ts';
import { readSettings } from '../../packages/shared/src/config/load-settings.ts';
import { connect, explainFailure } from '../../packages/shared/src/database/index.ts';
import { createLogger } from '../../packages/shared/src/logging/index.ts';
import { diagnose } from '../../packages/shared/src/operations/index.ts';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { eventually } from '../harness/test-stack.ts';
import { has, signOwn, spawnMariadb } from './self-signed.ts';

let folder = '';
let files = { cert: '', key: '' };
const children: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tulkka-tls-'));
  chmodSync(folder, 0o755);
  files = signOwn(folder);
});
afterAll(async () => {
  for (const child of children) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const onMariadb = has('mariadbd') && has('mariadb-install-db') && has('openssl') ? describe : describe.skip;
onMariadb('a MySQL server that signed its own certificate', () => {
  let port = 0;
  const ask = async (env: Record<string, string>): Promise<unknown> => {
    const { settings, issues } = readSettings({
      MYSQL_HOST: '127.0.0.1',
      MYSQL_PORT: String(port),
      MYSQL_DATABASE: 'mysql',
      ...env,
    });
    expect(issues).toEqual([]);
    const db = connect(settings.config.games, '');
    try {
      const [rows] = await db.raw("show status like 'Ssl_cipher'");
      return rows[0].Value === '' ? 'plain' : 'encrypted';
    } catch (error) {
      const explained = explainFailure(error);
      return explained instanceof Error ? explained.message : explained;
    } finally {
      await db.destroy();
    }
  };

  beforeAll(async () => {
    const server = await spawnMariadb(folder, files);
    port = server.port;
    children.push(server.child);
    await eventually('MariaDB to answer', async () => (await ask({})) === 'plain');
  }, 180_000);

  test('is refused with the two ways out, unless its certificate is named or nobody asks for it', async () => {
    expect(await ask({ MYSQL_TLS: 'true' })).toMatch(
      /shows a certificate that is not known .*MYSQL_TLS_CA.*MYSQL_TLS=unverified/,
    );
    expect(await ask({ MYSQL_TLS: 'unverified' })).toBe('encrypted');
    expect(await ask({ MYSQL_TLS_CA: readFileSync(files.cert, 'utf8') })).toBe('encrypted');
    expect(await ask({ MYSQL_TLS_CA: readFileSync(files.cert, 'utf8').replaceAll('\n', '\\n') })).toBe('encrypted');
  });
});

const onRedis = has('redis-server') && has('openssl') ? describe : describe.skip;
onRedis('a Redis that signed its own certificate', () => {
  let url = '';
  const look = async (env: Record<string, string>) => {
    const { settings, issues } = readSettings({ REDIS_URL: url, ...env, DATA_DIR: folder });
    const log = createLogger({ log: { ...settings.config.log, level: 'error' } }, null, 'test');
    const { checks } = await diagnose(settings, issues);
    const counters = await connectCounters({ url, verified: settings.config.http.redisVerified }, log);
    const ready = counters.isReady();
    await counters.close();
    return { ready, check: checks.find(({ name }) => name === 'Redis') };
  };

  beforeAll(async () => {
    const port = await freePort();
    url = `rediss://127.0.0.1:${port}`;
    const tls = ['--tls-cert-file', files.cert, '--tls-key-file', files.key, '--tls-auth-clients', 'no'];
    const args = ['--port', '0', '--tls-port', String(port), '--save', '', '--dir', folder, ...tls];
    children.push(spawn('redis-server', args, { stdio: 'ignore' }));
    await eventually('Redis to answer', async () => (await look({ REDIS_TLS: 'unverified' })).ready);
  }, 180_000);

  test('counts calls where REDIS_TLS says so, and only there', async () => {
    expect(await look({ REDIS_TLS: 'unverified' })).toMatchObject({ ready: true, check: { state: 'ok' } });
    expect(await look({})).toMatchObject({
      ready: false,
      check: { state: 'failed', remedy: expect.stringContaining('REDIS_TLS=unverified') },
    });
  });
});
