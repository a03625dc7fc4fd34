import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createDatabase } from '../../packages/shared/src/database/index.ts';
import { eventually } from '../harness/test-stack.ts';
import { startTestSupabase, type TestSupabase } from '../harness/test-supabase.ts';
import { bareEnv, copyFiles, listProjectFiles, root } from './clean-copy.ts';
import { type Dyno, startFormation, until } from './formation.ts';
import { has, signOwn, spawnMariadb } from './self-signed.ts';

/*
 * docs/deploy/heroku.md, followed word for word: its commands run in a shell that knows nothing but the programs below. The
 * build that a push begins is that of tests/deploy/heroku.test.ts; here the push arrives, and the built processes run with
 * the config vars that the commands set.
 */
const page = readFileSync(join(root, 'docs/deploy/heroku.md'), 'utf8');
const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
const inline = [...page.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`(heroku [^`]+)`/g)].map(
  ([, line = '']) => line,
);

/** What the page says and this machine cannot do, each with the reason. */
const notRun: Record<string, string> = {
  'supabase login': 'opens a browser',
  'supabase link --project-ref …':
    'wants a hosted project; the migrations themselves run in every test of the lessons database',
  'supabase db push': 'the same',
};

const able = has('mariadbd') && has('mariadb-install-db') && has('openssl') && has('git');
if (!able)
  process.stderr.write('SKIPPED: following docs/deploy/heroku.md needs git, openssl and a MariaDB of its own.\n');

const App = z.object({
  name: z.string(),
  stack: z.string(),
  buildpack: z.string(),
  config: z.record(z.string(), z.string()),
  formation: z.record(z.string(), z.number()),
  opened: z.string(),
});

(able ? describe : describe.skip)('docs/deploy/heroku.md', () => {
  let folder = '';
  let database: ChildProcess | undefined;
  let supabase: TestSupabase;
  let env: Record<string, string> = {};
  let running: Dyno[] = [];

  /** Runs lines of the page as a reader would, with what stands for “yours” filled in. */
  const follow = (lines: string) => {
    const filled = lines.replaceAll('https://….supabase.co', supabase.url).replaceAll('sb_secret_…', supabase.key);
    const ran = spawnSync('/bin/sh', ['-eu', '-c', filled], { cwd: join(folder, 'project'), encoding: 'utf8', env });
    return { code: ran.status, said: `${ran.stdout}${ran.stderr}` };
  };
  const readApp = () => App.parse(JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tulkka-heroku-page-'));
    chmodSync(folder, 0o755);
    const server = await spawnMariadb(folder, signOwn(folder));
    database = server.child;
    supabase = await startTestSupabase('pglite');
    const target = {
      kind: 'mysql',
      host: '127.0.0.1',
      port: server.port,
      user: 'root',
      database: 'jaws',
      poolSize: 1,
      tls: 'off',
      tlsCa: null,
    } as const;
    await eventually('MariaDB to answer', () =>
      createDatabase(target, '').then(
        () => true,
        () => false,
      ),
    );

    const programs = join(folder, 'programs');
    mkdirSync(programs);
    for (const name of ['git', 'openssl'])
      symlinkSync(
        execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(),
        join(programs, name),
      );
    const program = (name: string, script: string): void =>
      writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    program('heroku', `exec "${process.execPath}" "${join(root, 'tests/deploy/heroku-cli.ts')}" "$@"`);
    // It notes what would have been run, for the list above.
    program('npx', `echo "$*" >> "${join(folder, 'not-run')}"`);
    env = {
      PATH: programs,
      NODE_NO_WARNINGS: '1',
      HEROKU_STATE: join(folder, 'app.json'),
      HEROKU_REMOTE: join(folder, 'heroku.git'),
      HEROKU_ADDONS: JSON.stringify({
        jawsdb: { JAWSDB_URL: `mysql://root@127.0.0.1:${server.port}/jaws` },
        // Nobody answers there: the web process says so and serves.
        'heroku-redis': { REDIS_URL: 'rediss://:p@127.0.0.1:9' },
      }),
    };
    mkdirSync(join(folder, 'project'));
    copyFiles(listProjectFiles(), join(folder, 'project'));
    const git = (...args: string[]): void =>
      void execFileSync('git', args, { cwd: join(folder, 'project'), stdio: 'ignore' });
    git('init', '--bare', '-b', 'main', env.HEROKU_REMOTE ?? '');
    git('init', '-b', 'main');
    git('add', '-A');
    git('-c', 'user.name=A reader', '-c', 'user.email=reader@example.org', 'commit', '-m', 'The project');
  }, 240_000);

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

  test('has no command that is neither run here nor listed with the reason', () => {
    expect(blocks).toHaveLength(1);
    for (const block of blocks) expect(follow(block)).toMatchObject({ code: 0 });
    const skipped = readFileSync(join(folder, 'not-run'), 'utf8').trim().split('\n');
    expect(skipped.sort()).toEqual(Object.keys(notRun).sort());
    expect(
      execFileSync('git', ['--git-dir', env.HEROKU_REMOTE ?? '', 'show', 'main:Procfile'], { encoding: 'utf8' }),
    ).toBe(readFileSync(join(root, 'Procfile'), 'utf8'));
    expect(readApp()).toMatchObject({
      stack: 'heroku-24',
      buildpack: 'heroku/nodejs',
      formation: { web: 1, fetcher: 1, worker: 1 },
      opened: '/health',
    });
    // A command that nobody knows, and a flag, are seen.
    expect(follow('heroku ps:scale painter=1').code).not.toBe(0);
    expect(follow('heroku create x --builpack y').code).not.toBe(0);
    expect(follow('terraform apply').code).not.toBe(0);
  }, 120_000);

  test('names in its tables commands that the CLI takes', () => {
    expect(inline.length).toBeGreaterThan(2);
    for (const line of inline) expect({ line, ...follow(line) }).toMatchObject({ code: 0 });
    expect(readApp().formation).toEqual({ web: 2, fetcher: 2, worker: 2 });
  });

  test('ends with three processes and a healthy /health', async () => {
    const { config } = readApp();
    const scale = async (formation: Record<string, number>): Promise<Dyno[]> => {
      const dynos = await startFormation(root, formation, bareEnv(config));
      running = [...running, ...dynos];
      return dynos;
    };
    const [release] = await scale({ release: 1 });
    expect({ code: await release?.ended, said: release?.output() }).toMatchObject({ code: 0 });
    const dynos = await scale({ web: 1, fetcher: 1, worker: 1 });
    const [web, ...others] = dynos;
    await until('the web process is ready', async () => (await healthOf(web?.port)) === 'healthy');
    for (const dyno of others) await until(`${dyno.type} runs`, () => dyno.output().includes(`${dyno.type} started`));
  }, 180_000);
});

/** What /health says of the whole; null while nothing answers. */
async function healthOf(port: number | null | undefined): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(3000) }).catch(
    () => null,
  );
  return answer?.ok ? z.looseObject({ status: z.unknown() }).parse(await answer.json()).status : null;
}
