import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { call } from '../harness/http.ts';
import { createTestDatabase, dialects } from '../harness/test-databases.ts';
import { eventually, type ProcessName, root, TestStack, type Variables } from '../harness/test-stack.ts';
import { startTestSupabase } from '../harness/test-supabase.ts';

/** Listens on a port until closed. */
async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '0.0.0.0', resolve));
  return server;
}
const release = (server: Server): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));
const isFree = async (port: number): Promise<boolean> => {
  try {
    await release(await occupy(port));
    return true;
  } catch {
    return false;
  }
};

describe('each of the three processes', () => {
  let stack: TestStack;
  const names: ProcessName[] = ['web', 'fetcher', 'worker'];

  beforeAll(async () => {
    stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite' });
  }, 180_000);
  afterAll(() => stack?.close());

  test.each(names)(
    '%s ends with code 0 when it is asked to, also while it starts, and when it is asked twice',
    async (name) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        const running = await stack.start(name);
        const asked = Date.now();
        running.signal(signal);
        if (signal === 'SIGTERM') running.signal(signal);
        expect(await running.ended).toEqual({ code: 0, signal: null });
        expect(Date.now() - asked).toBeLessThan(5_000);
        expect(running.lines().map(({ message }) => message)).toEqual(expect.arrayContaining(['stopping', 'stopped']));
      }
      const starting = stack.spawn(name);
      const { code } = await starting.stop();
      // Before the first line of ours runs, the signal ends it; never does it stay.
      expect([0, null]).toContain(code);
    },
  );

  test.each(names)('%s refuses a configuration that cannot be used, naming every variable', async (name) => {
    const running = stack.spawn(name, {
      PORT: 'eighty',
      LEASE_SECONDS: '-1',
      SUPABASE_URL: 'nowhere',
      LOG_LEVEL: 'loud',
    });
    expect((await running.ended).code).toBe(1);
    for (const variable of ['PORT', 'LEASE_SECONDS', 'SUPABASE_URL', 'LOG_LEVEL'])
      expect(running.output).toContain(`  ${variable} must`);
    expect(running.output).not.toMatch(/\n\s+at /);
  });

  test.each(['fetcher', 'worker'] as const)(
    '%s cannot do without the lessons database, and says how to get one',
    async (name) => {
      const running = stack.spawn(name, { SUPABASE_URL: '', SUPABASE_KEY: '' });
      expect((await running.ended).code).toBe(1);
      expect(running.output).toMatch(/set SUPABASE_URL and SUPABASE_KEY, or use npm start/);
    },
  );

  test.each([
    ['web', 'PORT'],
    ['fetcher', 'HEALTH_PORT'],
    ['worker', 'HEALTH_PORT'],
  ] as const)('%s says which port is taken and what to do', async (name, variable) => {
    const port = await freePort();
    const server = await occupy(port);
    const running = stack.spawn(name, { [variable]: String(port) });
    expect((await running.ended).code).toBe(1);
    await release(server);
    expect(running.output).toMatch(new RegExp(`Port ${port} is taken.*${variable}`));
    expect(running.output).not.toMatch(/\n\s+at /);
  });
});

/** npm start as a person runs it, in a process group of its own. */
class Start {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output = '';

  constructor(variables: Variables) {
    this.child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.output += chunk;
      });
    this.ended = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  async shows(text: string): Promise<void> {
    await eventually(
      `${text} from npm start`,
      () => {
        if (this.child.exitCode !== null) throw new Error(`npm start ended:\n${this.output}`);
        return this.output.includes(text);
      },
      360_000,
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${this.output}`);
    });
  }

  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

/** Processes of this stack: its folder stands in their environment or is where they work. Only Linux can tell. */
function processesOf(folder: string): string[] {
  const all = existsSync('/proc') ? readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)) : [];
  return all.flatMap((pid) => {
    try {
      const belongs =
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder) ||
        readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      return belongs ? [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`] : [];
    } catch {
      // It ended between the listing and the look.
      return [];
    }
  });
}

describe('npm start', () => {
  const teacher = { userId: 'demo-teacher', role: 'teacher' } as const;
  const Sets = z.looseObject({
    data: z.array(z.looseObject({ id: z.string(), title: z.string(), status: z.string() })),
  });
  let folder = '';
  let port = 0;
  let litePort = 0;
  let variables: Variables = {};
  const started: Start[] = [];

  const start = (more: Variables = {}): Start => {
    const one = new Start({ ...variables, ...more });
    started.push(one);
    return one;
  };
  const sets = async () =>
    (await call(Sets, 'GET', `http://127.0.0.1:${port}/api/v1/exercises?class_id=demo`, teacher)).body.data;
  const nothingIsLeft = async (): Promise<void> => {
    await eventually('every process of the stack to be gone', () => processesOf(folder).length === 0).catch(
      () => undefined,
    );
    expect(processesOf(folder)).toEqual([]);
    expect([await isFree(port), await isFree(litePort)]).toEqual([true, true]);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tulkka-start-'));
    [port, litePort] = [await freePort(), await freePort()];
    variables = {
      DATA_DIR: join(folder, 'data'),
      INBOX_DIR: join(folder, 'inbox'),
      PORT: String(port),
      SUPABASE_LITE_PORT: String(litePort),
    };
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  test('runs everything embedded, ends it without a trace, and resumes the same data', async () => {
    const first = start();
    await first.shows('Tulkka Lessons is running.');
    await first.shows('/approve');
    const stackEnv = parseEnv(readFileSync(join(folder, 'data/stack.env'), 'utf8'));
    expect(stackEnv).toMatchObject({
      ...variables,
      SUPABASE_URL: `http://127.0.0.1:${litePort}`,
      SUPABASE_KEY: expect.any(String),
    });
    expect(first.output).toMatch(new RegExp(`Open http://127.0.0.1:${port} in your browser`));
    const samples = await sets();
    expect(samples.map(({ status }) => status).sort()).toEqual(['pending_review', 'published']);

    for (const [taken, user] of [
      [{ SUPABASE_LITE_PORT: String(await freePort()) }, `Port ${port}, which the web process needs, is taken`],
      [{ PORT: String(await freePort()) }, `Port ${litePort}, which the embedded Supabase Lite needs, is taken`],
    ] as const) {
      const second = start({ ...taken, DATA_DIR: join(folder, 'other') });
      expect(await second.ended).toBe(1);
      expect(second.output).toContain(user);
      expect(second.output).toMatch(/choose another: \w+=\d+ npm start/);
    }
    // On the same data, if only on other ports, it would ruin them.
    const twin = start({ PORT: String(await freePort()), SUPABASE_LITE_PORT: String(await freePort()) });
    expect(await twin.ended).toBe(1);
    expect(twin.output).toMatch(new RegExp(`is running already, at http://127.0.0.1:${port}.*DATA_DIR=`));
    expect(await sets()).toHaveLength(2);

    const asked = Date.now();
    expect(await first.stop()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(25_000);
    await nothingIsLeft();

    // What an earlier start chose governs no later one.
    const stale = 'MYSQL_HOST=127.0.0.1\nMYSQL_PORT=1\nAUTH_MODE=jwt\nSUPABASE_URL=http://127.0.0.1:1\n';
    writeFileSync(join(folder, 'data/stack.env'), stale);
    const again = start();
    await again.shows('Tulkka Lessons is running.');
    expect((await sets()).map(({ id }) => id)).toEqual(samples.map(({ id }) => id));
    // Even without a chance to end anything, it leaves nothing behind.
    again.child.kill('SIGKILL');
    await again.ended;
    await nothingIsLeft();
  }, 360_000);

  const onServers = dialects.includes('mysql') ? test : test.skip;
  onServers(
    'starts nothing embedded where servers are named',
    async () => {
      const [games, supabase] = await Promise.all([
        createTestDatabase('mysql', { migrated: false }),
        startTestSupabase(),
      ]);
      if (games.games.kind !== 'mysql') throw new Error('This is MySQL.');
      const { host, port: mysqlPort, user, database } = games.games;
      const named = {
        MYSQL_HOST: host,
        MYSQL_PORT: String(mysqlPort),
        MYSQL_USER: user,
        MYSQL_PASSWORD: games.password,
        MYSQL_DATABASE: database,
        SUPABASE_URL: supabase.url,
        SUPABASE_KEY: supabase.key,
      };
      const running = start(named);
      await running.shows('Tulkka Lessons is running.');
      const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''));
      expect(parseEnv(readFileSync(join(folder, 'data/stack.env'), 'utf8'))).toMatchObject(given);
      expect((await sets()).map(({ status }) => status).sort()).toEqual(['pending_review', 'published']);
      expect([existsSync(join(folder, 'data/supabase')), existsSync(join(folder, 'data/games.sqlite'))]).toEqual([
        false,
        false,
      ]);
      expect(await isFree(litePort)).toBe(true);
      expect(await games.db('cloze_topics').pluck('id')).not.toEqual([]);
      expect(await running.stop()).toBe(0);
      await nothingIsLeft();
      await supabase.close();
      await games.drop();
    },
    240_000,
  );
});
