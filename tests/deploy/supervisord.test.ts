import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signalDescendant } from '../harness/signals.ts';
import { createTestDatabase, type TestDatabase } from '../harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../harness/test-supabase.ts';
import { bareEnv, describeWith, requireBuilt, root } from './clean-copy.ts';
import { answersAt, until } from './formation.ts';

const describeWhere = process.env.TEST_MYSQL_HOST ? describeWith('supervisord') : describe.skip;
if (!process.env.TEST_MYSQL_HOST)
  process.stderr.write('SKIPPED: supervisord.conf runs production, which needs MySQL.\n');

const programs = ['web_1', 'web_2', 'fetcher_1', 'worker_1'];

/** Below the ports that systems hand out by themselves, and another one for each run. */
const ports = String(150 + Math.floor(Math.random() * 170));
const healthOf: Record<string, string> = {
  web_1: `http://127.0.0.1:${ports}01/ready`,
  web_2: `http://127.0.0.1:${ports}02/ready`,
  fetcher_1: `http://127.0.0.1:${ports}11/health`,
  worker_1: `http://127.0.0.1:${ports}21/health`,
};

describeWhere('supervisord with our supervisord.conf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka supervisord '));
  const config = join(root, 'supervisord.conf');
  let supabase: TestSupabase;
  let database: TestDatabase;
  let supervisord: ChildProcess;
  let ended: Promise<number | null>;
  let env: Record<string, string>;

  const control = (...args: string[]): string =>
    spawnSync('supervisorctl', ['-c', config, ...args], { env, encoding: 'utf8' }).stdout;
  const pidOf = (program: string): number => Number(control('pid', `${program.replace(/_\d$/, '')}:${program}`));
  const healthy = (program: string): Promise<boolean> => answersAt(healthOf[program] ?? '');

  beforeAll(async () => {
    requireBuilt();
    supabase = await startTestSupabase();
    database = await createTestDatabase('mysql');
    const { games } = database;
    if (games.kind !== 'mysql') throw new Error('Production runs on MySQL.');
    env = bareEnv({
      TULKKA_HOME: root.replace(/\/$/, ''),
      TULKKA_NODE: process.execPath,
      TULKKA_LOGS: folder,
      TULKKA_RUN: folder,
      TULKKA_WEB: '2',
      TULKKA_FETCHERS: '1',
      TULKKA_WORKERS: '1',
      TULKKA_PORTS: ports,
      AUTH_MODE: 'jwt',
      JWT_SECRET: randomBytes(32).toString('hex'),
      DATA_DIR: folder,
      INBOX_DIR: join(folder, 'inbox'),
      MYSQL_HOST: games.host,
      MYSQL_PORT: String(games.port),
      MYSQL_USER: games.user,
      MYSQL_PASSWORD: database.password,
      MYSQL_DATABASE: games.database,
      SUPABASE_URL: supabase.url,
      SUPABASE_KEY: supabase.key,
    });
    supervisord = spawn('supervisord', ['-c', config], { env, stdio: 'ignore' });
    ended = new Promise((resolve) => supervisord.once('exit', resolve));
  }, 240_000);

  afterAll(async () => {
    if (supervisord?.exitCode === null) supervisord.kill('SIGTERM');
    await ended;
    await supabase?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 180_000);

  test('starts every program, each in the number that was asked for', async () => {
    for (const program of programs) await until(`${program} is healthy`, () => healthy(program));
    await until('all are counted as started', () => control('status').match(/RUNNING/g)?.length === programs.length);
  }, 180_000);

  test('brings back every program that is killed', async () => {
    const before = programs.map(pidOf);
    for (const pid of before) signalDescendant(pid, 'SIGKILL');
    for (const [n, program] of programs.entries()) {
      await until(`${program} is another process`, () => ![0, Number.NaN, before[n]].includes(pidOf(program)));
      await until(`${program} is healthy again`, () => healthy(program));
    }
  }, 180_000);

  test('stops them cleanly, within the time that each has to drain', async () => {
    const pids = programs.map(pidOf);
    const toldAt = Date.now();
    supervisord.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(Date.now() - toldAt).toBeLessThan(25_000);
    const log = readFileSync(join(folder, 'supervisord.log'), 'utf8');
    for (const program of programs) expect(log).toContain(`stopped: ${program} (exit status 0)`);
    for (const pid of pids) expect(existsSync(`/proc/${pid}`)).toBe(false);
    expect(readFileSync(join(folder, 'web_1.log'), 'utf8')).toMatch(/"listening"[\s\S]*"stopped"/);
  }, 180_000);
});
