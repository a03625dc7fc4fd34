import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../../scripts/lib/supabase-lite.mjs';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const readyWithinMs = 150_000;

/** Everything, started as a user starts it. */
export interface AppStack {
  url: string;
  dataDir: string;
  inboxDir: string;
  /** What it has printed since its start. */
  printed(): string;
  /** Ends it, keeping its data. */
  stop(): Promise<void>;
  /** Starts it again on the same data and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface AppStackOptions {
  /** Begins with nothing. */
  isFirst?: boolean;
  /** Settings of this stack, such as a vendor's stand-in. */
  variables?: Readonly<Record<string, string>>;
}

/**
 * Runs `npm start` on a folder of its own and free ports, until its banner is there. The folder is what the first start
 * of this run left, with the sample lessons done; with `isFirst` it is empty.
 */
export async function startAppStack({ isFirst = false, variables = {} }: AppStackOptions = {}): Promise<AppStack> {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-app-'));
  if (!isFirst) cpSync(await sampleData(), join(folder, 'data'), { recursive: true });
  return startIn(folder, variables);
}

/** The data of a stack that was started once and ended, made by the first journey that needs it. */
async function sampleData(): Promise<string> {
  const runFolder = process.env.TEST_RUN_FOLDER ?? mkdtempSync(join(tmpdir(), 'tulkka-run-'));
  const ready = join(runFolder, 'sample-data');
  const making = join(runFolder, 'making');
  try {
    mkdirSync(making);
  } catch {
    // The other worker of this run is at it.
    for (const deadline = Date.now() + readyWithinMs; !existsSync(ready); ) {
      if (Date.now() > deadline) throw new Error('The other worker of this run did not get the app to start.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return ready;
  }
  const app = await startIn(making);
  await app.stop();
  renameSync(app.dataDir, ready);
  return ready;
}

async function startIn(folder: string, variables: Readonly<Record<string, string>> = {}): Promise<AppStack> {
  const [port, litePort] = [await freePort(), await freePort()];
  const [dataDir, inboxDir] = [join(folder, 'data'), join(folder, 'inbox')];
  let child: ChildProcess | null = null;
  let output = '';
  let ended: Promise<unknown> = Promise.resolve();

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATA_DIR: dataDir,
        INBOX_DIR: inboxDir,
        PORT: String(port),
        SUPABASE_LITE_PORT: String(litePort),
        RATE_LIMIT_ENABLED: 'false',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    ended = new Promise((resolve) => started.once('exit', resolve));
    output = '';
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        started.kill('SIGTERM');
        reject(new Error(`The app did not start:\n${output}`));
      }, readyWithinMs);
      const read = (chunk: Buffer): void => {
        output += String(chunk);
        if (!output.includes('Ctrl-C ends everything.')) return;
        clearTimeout(late);
        resolve();
      };
      started.stdout.on('data', read);
      started.stderr.on('data', read);
      started.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`The app ended with ${code}:\n${output}`));
      });
    });
  };
  const stop = async (): Promise<void> => {
    if (child?.exitCode === null) child.kill('SIGTERM');
    await ended;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    inboxDir,
    printed: () => output,
    stop,
    restart: start,
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
