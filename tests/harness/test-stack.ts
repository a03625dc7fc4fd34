import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '@tulkka/shared/errors';
import { connectSupabase, ExerciseSetStore, LessonStore } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { createTestDatabase, type Dialect, type TestDatabase } from './test-databases.ts';
import { type Backend, startTestSupabase, type TestSupabase } from './test-supabase.ts';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export type ProcessName = 'web' | 'fetcher' | 'worker';
export type Variables = Record<string, string>;

/** What runs, and the line that says it is ready. */
const processes: Record<ProcessName, { file: string; ready: string }> = {
  web: { file: 'packages/api/dist/main.js', ready: 'listening' },
  fetcher: { file: 'packages/fetcher/dist/main.js', ready: 'fetcher started' },
  worker: { file: 'packages/processor/dist/main.js', ready: 'worker started' },
};

const LogLine = z.looseObject({ level: z.string(), message: z.string() });
export type LogLine = z.infer<typeof LogLine>;

/** How a process ended. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** One of our processes as it runs in production: its built file, its own environment, its exit code. */
export class TestProcess {
  /** Everything it wrote, to both streams. */
  output = '';
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly name: string,
    file: string,
    variables: Variables,
    folder: string,
    private readonly readyLine: string,
  ) {
    this.child = spawn(process.execPath, [join(root, file)], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.output += chunk;
        for (const listener of this.listeners) listener();
      });
    }
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code, signal) => {
        resolve({ code, signal });
        for (const listener of this.listeners) listener();
      });
    });
  }

  /** Its log lines so far; what is not a line of the log is left out. */
  lines(): LogLine[] {
    return this.output.split('\n').flatMap((line) => {
      const found = line.startsWith('{') && line.endsWith('}') ? LogLine.safeParse(JSON.parse(line)) : null;
      return found?.success ? [found.data] : [];
    });
  }

  /** The line that says it serves. @throws when it ends instead */
  ready(): Promise<LogLine> {
    return this.line(({ message }) => message === this.readyLine);
  }

  /** The first line of the log that fits. @throws when the process ends without it */
  line(fits: (line: LogLine) => boolean): Promise<LogLine> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.lines().find(fits);
        const over = this.child.exitCode !== null || this.child.signalCode !== null;
        if (!found && !over) return;
        this.listeners.delete(look);
        if (found) resolve(found);
        else reject(new Error(`${this.name} ended (${this.child.exitCode ?? this.child.signalCode}):\n${this.output}`));
      };
      this.listeners.add(look);
      look();
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Ends it as a platform does. */
  async stop(): Promise<Ending> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

/** What a stack is made on. */
export interface StackParts {
  dialect: Dialect;
  backend: Backend;
  /** Whether the lessons' Supabase has its Storage on. */
  storage?: boolean;
  /** Variables of every process. */
  variables?: Variables;
}

/** Short pauses, so that a test waits for the work and not for the clock. */
const hurried: Variables = {
  NODE_ENV: 'test',
  LOG_FORMAT: 'json',
  LOG_LEVEL: 'debug',
  RATE_LIMIT_ENABLED: 'false',
  PORT: '0',
  LEASE_SECONDS: '1',
  ZOOM_POLL_INTERVAL: '0.2',
  ZOOM_FETCH_INTERVAL: '0.2',
  RETRY_BASE_SECONDS: '0.05',
};

/** Both databases and a folder of a test's own, on which our processes are started, killed and started again. */
export class TestStack {
  readonly dataDir: string;
  readonly inboxDir: string;
  readonly lessons: LessonStore;
  readonly sets: ExerciseSetStore;
  private readonly running = new Set<TestProcess>();

  private constructor(
    readonly folder: string,
    readonly games: TestDatabase,
    readonly supabase: TestSupabase,
    private readonly variables: Variables,
  ) {
    this.dataDir = join(folder, 'data');
    this.inboxDir = join(folder, 'inbox');
    const client = connectSupabase(supabase.url, supabase.key);
    this.lessons = new LessonStore(client);
    this.sets = new ExerciseSetStore(client);
  }

  /** Databases first; no process of ours runs yet. */
  static async create({ dialect, backend, storage = false, variables = {} }: StackParts): Promise<TestStack> {
    const folder = mkdtempSync(join(tmpdir(), 'tulkka-stack-'));
    const [games, supabase] = await Promise.all([createTestDatabase(dialect), startTestSupabase(backend, { storage })]);
    return new TestStack(folder, games, supabase, { ...hurried, ...variables });
  }

  /** The environment that a process of this stack gets. */
  environment(more: Variables = {}): Variables {
    const { games } = this.games;
    const database: Variables =
      games.kind === 'sqlite'
        ? { DATA_DIR: dirname(games.file) }
        : {
            DATA_DIR: this.dataDir,
            MYSQL_HOST: games.host,
            MYSQL_PORT: String(games.port),
            MYSQL_USER: games.user,
            MYSQL_PASSWORD: this.games.password,
            MYSQL_DATABASE: games.database,
          };
    const { url, key } = this.supabase;
    return { ...this.variables, ...database, INBOX_DIR: this.inboxDir, SUPABASE_URL: url, SUPABASE_KEY: key, ...more };
  }

  /** Starts a process and does not wait for it. */
  spawn(name: ProcessName, variables: Variables = {}): TestProcess {
    const { file, ready } = processes[name];
    const started = new TestProcess(name, file, this.environment(variables), this.folder, ready);
    this.running.add(started);
    void started.ended.then(() => this.running.delete(started));
    return started;
  }

  /** Starts a process and waits until it serves. */
  async start(name: ProcessName, variables: Variables = {}): Promise<TestProcess> {
    const started = this.spawn(name, variables);
    await started.ready();
    return started;
  }

  /** Starts a web process; calls go to the port that it found. */
  async startWeb(variables: Variables = {}): Promise<{ process: TestProcess; url: string }> {
    const web = this.spawn('web', variables);
    const { port } = z.looseObject({ port: z.number() }).parse(await web.ready());
    return { process: web, url: `http://127.0.0.1:${port}` };
  }

  /** Puts a whole file into the inbox at once, below `place` (`class/name.vtt`). */
  drop(place: string, content: string | Uint8Array): void {
    const path = join(this.inboxDir, place);
    mkdirSync(dirname(path), { recursive: true });
    const part = join(this.folder, 'dropped.part');
    writeFileSync(part, content);
    renameSync(part, path);
  }

  /** Ends what still runs and removes everything. */
  async close(): Promise<void> {
    await Promise.all([...this.running].map((one) => one.kill()));
    await this.supabase.close();
    await this.games.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** On a crowded machine a database may be out of breath for a moment: that is no answer yet. */
function orLater(error: unknown): null {
  if (error instanceof AppError && error.retryable) return null;
  throw error;
}

/** Looks again and again until there is something; says what it waited for when there never is. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  withinMs = 60_000,
): Promise<T> {
  for (const deadline = Date.now() + withinMs; ; ) {
    const found = await Promise.resolve(look()).catch(orLater);
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
