import { type ChildProcess, execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDatabase } from '../../packages/shared/src/database/index.ts';
import { eventually, root } from '../harness/test-stack.ts';
import { startTestSupabase, type TestSupabase } from '../harness/test-supabase.ts';
import { bareEnv } from './clean-copy.ts';
import { type Dyno, startCommand, until } from './formation.ts';
import { has, signOwn, spawnMariadb } from './self-signed.ts';

/*
 * DEP0123 came of a TLS server that is named by its IP address, DEP0174 of a promisified function that gives a promise
 * already: so MySQL is reached by IP and TLS here, and everything runs that an operator runs.
 */
const able = has('mariadbd') && has('mariadb-install-db') && has('openssl');
if (!able)
  process.stderr.write('SKIPPED: deprecations are looked for on a MariaDB with TLS; mariadbd or openssl is missing.\n');

const run = promisify(execFile);
const deprecated = /DeprecationWarning|\bDEP\d{4}\b/;
const script = (name: string): string[] => [process.execPath, join(root, 'packages', ...name.split('/'))];

(able ? describe : describe.skip)('with Node telling every deprecation and where it comes from', () => {
  const running: Dyno[] = [];
  let folder = '';
  let database: ChildProcess | undefined;
  let supabase: TestSupabase;
  let env: Record<string, string> = {};

  /** Runs a command to its end and gives back all that it said. */
  const said = async (...command: string[]): Promise<string> => {
    const [program = '', ...args] = command;
    const { stdout, stderr } = await run(program, args, { cwd: folder, env }).catch((error) => error);
    return `${stdout}${stderr}`;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tulkka-deprecations-'));
    chmodSync(folder, 0o755);
    const server = await spawnMariadb(folder, signOwn(folder));
    database = server.child;
    supabase = await startTestSupabase('pglite');
    env = bareEnv({
      NODE_NO_WARNINGS: '',
      NODE_OPTIONS: '--trace-deprecation',
      LOG_FORMAT: 'json',
      DATA_DIR: join(folder, 'data'),
      INBOX_DIR: join(folder, 'inbox'),
      MYSQL_HOST: '127.0.0.1',
      MYSQL_PORT: String(server.port),
      MYSQL_TLS: 'unverified',
      SUPABASE_URL: supabase.url,
      SUPABASE_KEY: supabase.key,
      ZOOM_POLL_INTERVAL: '0.5',
      ZOOM_FETCH_INTERVAL: '0.5',
    });
    mkdirSync(join(folder, 'inbox', 'a-class'), { recursive: true });
    const target = { kind: 'mysql', host: '127.0.0.1', port: server.port, user: 'root', database: 'tulkka9' } as const;
    const made = () => createDatabase({ ...target, poolSize: 1, tls: 'off', tlsCa: null }, '');
    await eventually('MariaDB to answer', () =>
      made().then(
        () => true,
        () => false,
      ),
    );
  }, 180_000);

  afterAll(async () => {
    for (const dyno of running) dyno.kill();
    await supabase?.close();
    if (database) {
      const ended = new Promise((resolve) => database?.once('exit', resolve));
      database.kill('SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test('Node does tell them so: both are seen where somebody still does it', async () => {
    const dep0174 = "require('util').promisify(async () => 1)()";
    const dep0123 =
      "require('tls').connect({ host: '127.0.0.1', port: 9, servername: '127.0.0.1' }).on('error', () => 0)";
    expect(await said(process.execPath, '-e', `${dep0174}`)).toMatch(deprecated);
    expect(await said(process.execPath, '-e', `${dep0123}`)).toMatch(deprecated);
  });

  test.each([
    ['migrate', ['shared/dist/commands/migrate.js'], /Applied|up to date/],
    ['seed', ['shared/dist/commands/seed.js'], /inserted/],
    ['status', ['shared/dist/commands/status.js'], /pending_transcript/],
    ['doctor', ['shared/dist/commands/doctor.js'], /MariaDB/],
    [
      'generate',
      ['processor/dist/commands/generate.js', join(root, 'packages/shared/sample-lesson/sample.vtt')],
      /flashcards/,
    ],
  ] as const)(
    '%s says nothing of it',
    async (_, [name, ...args], works) => {
      const output = await said(...script(name), ...args);
      expect(output).toMatch(works);
      expect(output).not.toMatch(deprecated);
    },
    60_000,
  );

  test('neither do the three processes at work, from a dropped file to an answer', async () => {
    const start = (name: string, file: string, more: Record<string, string> = {}): Dyno => {
      const dyno = startCommand({ name, command: script(file), folder, env: { ...env, ...more } });
      running.push(dyno);
      return dyno;
    };
    const web = start('web.1', 'api/dist/main.js', { PORT: '0' });
    const others = [start('fetcher.1', 'fetcher/dist/main.js'), start('worker.1', 'processor/dist/main.js')];
    writeFileSync(
      join(folder, 'inbox', 'a-class', 'lesson.vtt'),
      'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nAna: A ladder is a thing you climb to reach a high place.\n\n00:00:06.000 --> 00:00:09.000\nBen: I use a ladder in my garden.\n',
    );
    await until('the web process listens', () => web.output().includes('listening'));
    const [, port = ''] = /"port":(\d+)/.exec(web.output()) ?? [];
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    await until('the lesson is done', () => others[1]?.output().includes('"lesson completed"') ?? false);
    for (const dyno of running) dyno.terminate();
    await Promise.all(running.map((dyno) => dyno.ended));
    for (const dyno of running) expect(dyno.output()).not.toMatch(deprecated);
  }, 120_000);
});
