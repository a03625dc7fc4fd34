import { type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { dialects } from '../harness/test-databases.ts';
import { root, type Variables } from '../harness/test-stack.ts';

interface Ended {
  code: number | null;
  said: string;
}

/** Runs one of our scripts to its end. */
function run(args: readonly string[], env: Variables, options: SpawnOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const stack = /\n\s+at /;
const nobody = 65_534;

describe('npm start', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tulkka-sentences-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = async (env: Variables): Promise<Ended> =>
    run([join(root, 'scripts/start.mjs')], {
      DATA_DIR: join(folder, 'data'),
      INBOX_DIR: join(folder, 'inbox'),
      PORT: String(await freePort()),
      ...env,
    });

  test.each<[Variables, RegExp]>([
    [{ PORT: 'eighty' }, /PORT must be a number, not "eighty"/],
    [{ PORT: '70000' }, /PORT must lie between 0 and 65535/],
    [{ SUPABASE_LITE_PORT: '0' }, /SUPABASE_LITE_PORT must lie between/],
    [{ REDIS_URL: 'foo' }, /REDIS_URL must be an address such as redis:/],
    [{ JWT_SECRET: 'short' }, /JWT_SECRET is too easy to guess/],
    [{ NODE_ENV: 'production' }, /AUTH_MODE must be chosen[\s\S]*MYSQL_HOST is needed[\s\S]*SUPABASE_URL is needed/],
    [{ PORT: 'eighty', LOG_LEVEL: 'loud' }, /PORT must[\s\S]*LOG_LEVEL must/],
  ])('%j is told in words before anything is begun', async (env, sentence) => {
    const { code, said } = await start(env);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(stack);
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test.each(['INBOX_DIR', 'DATA_DIR'])('%s that is a file is told in words', async (variable) => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      const { code, said } = await start({ [variable]: path });
      expect([code, said]).toEqual([
        1,
        expect.stringMatching(`cannot be used: it (is a|lies below a) file.*${variable}`),
      ]);
      expect(said).not.toMatch(stack);
    }
  });

  test('a MySQL that is not there is told in words, with its place', async () => {
    const port = String(await freePort());
    const { code, said } = await start({ MYSQL_HOST: '127.0.0.1', MYSQL_PORT: port });
    expect(said).toMatch(
      new RegExp(`The games database at 127.0.0.1:${port} does not answer .*MYSQL_HOST and MYSQL_PORT`),
    );
    expect(said).not.toMatch(stack);
    expect(code).toBe(1);
  }, 180_000);

  test('a server that closes every connection is told in words', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, said } = await start({ MYSQL_HOST: '127.0.0.1', MYSQL_PORT: port });
    server.close();
    expect(said).toMatch(/The games database .*(closed the connection|does not answer)/);
    expect(said).not.toMatch(stack);
    expect(code).toBe(1);
  }, 180_000);

  const onMysql = dialects.includes('mysql') ? test : test.skip;
  onMysql(
    'a wrong password is told in words',
    async () => {
      const { TEST_MYSQL_HOST: host = '', TEST_MYSQL_PORT: port = '' } = process.env;
      const login = { MYSQL_HOST: host, MYSQL_PORT: port, MYSQL_USER: 'nobody_we_know', MYSQL_PASSWORD: 'wrong' };
      const { code, said } = await start(login);
      expect(said).toMatch(/The games database refuses the user .*MYSQL_USER and MYSQL_PASSWORD/);
      expect(said).not.toMatch(stack);
      expect(code).toBe(1);
    },
    180_000,
  );

  test('a port that somebody else has taken costs nothing where nobody asked for it', async () => {
    const { chooseSettings } = await import('../../scripts/lib/stack-settings.mjs');
    const server = createServer();
    // Free or taken by a stack beside us: taken it is from here on.
    await new Promise<void>((done) => server.once('error', () => done()).listen(54_321, '0.0.0.0', done));
    const env = { DATA_DIR: join(folder, 'data'), INBOX_DIR: join(folder, 'inbox'), PORT: '0' };
    const { litePort } = await chooseSettings(env);
    expect(litePort).not.toBe(54_321);
    await expect(chooseSettings({ ...env, SUPABASE_LITE_PORT: '54321' })).rejects.toThrow(/Port 54321.*is taken/);
    server.close();
  });
});

/** Whether somebody who owns nothing here may look into the checkout at all. */
function isOpenToAll(path: string): boolean {
  const others = statSync(path).mode & 0o005;
  return others === 0o005 && (path === dirname(path) || isOpenToAll(dirname(path)));
}

const asAnother = process.getuid?.() === 0 && isOpenToAll(root) && isOpenToAll(dirname(process.execPath));

(asAnother ? describe : describe.skip)('somebody who does not own the checkout', () => {
  const command = (name: string, env: Variables): Promise<Ended> =>
    run([join(root, 'scripts/run.mjs'), name], env, { uid: nobody, gid: nobody });
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tulkka-another-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('gets status and doctor, not a complaint about the checkout', async () => {
    const env = { DATA_DIR: folder, SUPABASE_URL: 'http://127.0.0.1:1', SUPABASE_KEY: 'k' };
    const doctor = await command('doctor', env);
    expect(doctor.said).toMatch(/checks failed/);
    const status = await command('status', env);
    expect(status.said).toMatch(/lessons database cannot be reached/);
    for (const { said } of [doctor, status]) expect(said).not.toMatch(/EACCES|EROFS|\n\s+at /);
  }, 180_000);

  test('is told whose the stack is', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'stack.env'), 'SUPABASE_KEY=k\n', { mode: 0o600 });
    const { code, said } = await command('status', { DATA_DIR: folder });
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/stack.env cannot be read by this user: run the command as/),
    ]);
    expect(said).not.toMatch(stack);
  }, 180_000);
});

describe('a Node that is too old', () => {
  test('is told in words, in a language that it reads', async () => {
    const file = join(root, 'scripts/lib/require-node.cjs');
    const pretend = "Object.defineProperty(process,'versions',{value:{node:'12.22.9'}});";
    const { code, said } = await run(['-e', `${pretend}require(${JSON.stringify(file)});console.log('went on')`], {});
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/This is Node 12.22.9 .* needs Node 20.12 or newer .*Install/),
    ]);
    const now = await run(['-r', file, '-e', "console.log('went on')"], {});
    expect(now).toEqual({ code: 0, said: 'went on\n' });
  });
});
