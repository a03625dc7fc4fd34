import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { signalGroup } from '../harness/signals.ts';
import { bareEnv } from './clean-copy.ts';

/** One running process of a formation. */
export interface Dyno {
  /** As Heroku names it: web.1, worker.2. */
  name: string;
  type: string;
  /** The port it was told to listen on; only web processes are told one. */
  port: number | null;
  /** Everything it wrote so far. */
  output(): string;
  /** Its exit code, or the signal that killed it. */
  ended: Promise<number | string>;
  /** SIGTERM to every process in the dyno, as Heroku sends it. */
  terminate(): void;
  kill(): void;
}

/** The process types of a Procfile and their commands. */
export function readProcfile(folder: string): Record<string, string> {
  const lines = readFileSync(join(folder, 'Procfile'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [, type, command] = /^([A-Za-z0-9_-]+):\s*(.+)$/.exec(line) ?? [];
      if (type === undefined || command === undefined) throw new Error(`Not a line of a Procfile: ${line}`);
      return [type, command];
    }),
  );
}

/** Starts processes of a Procfile, `scale` of each type, each by its own command and in a process group of its own. */
export async function startFormation(
  folder: string,
  scale: Record<string, number>,
  env: Record<string, string>,
): Promise<Dyno[]> {
  const commands = readProcfile(folder);
  const dynos: Dyno[] = [];
  for (const [type, quantity] of Object.entries(scale)) {
    for (let n = 1; n <= quantity; n++) {
      const port = type === 'web' ? await freePort() : null;
      const own = { DYNO: `${type}.${n}`, ...(port === null ? {} : { PORT: String(port) }) };
      const command = ['sh', '-c', inItsPlace(commands[type] ?? '')];
      dynos.push(startCommand({ name: `${type}.${n}`, port, command, folder, env: bareEnv({ ...env, ...own }) }));
    }
  }
  return dynos;
}

/** As the platform's shell does it: a single command takes the shell's place, and its exit code is the dyno's. */
const inItsPlace = (command: string): string => (command.includes('&&') ? command : `exec ${command}`);

interface DynoOptions {
  name: string;
  port?: number | null;
  command: readonly string[];
  folder: string;
  env: Record<string, string>;
}

/** Starts one process in a process group of its own. */
export function startCommand({ name, port = null, command, folder, env }: DynoOptions): Dyno {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 'gone')),
  );
  return {
    name,
    type: name.split('.')[0] ?? name,
    port,
    output: () => output,
    ended,
    terminate: () => signalDyno(child, 'SIGTERM'),
    kill: () => signalDyno(child, 'SIGKILL'),
  };
}

function signalDyno(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(child.pid, signal);
}

/** Waits until something is true; says what it waited for when it never is. */
export async function until(what: string, isTrue: () => Promise<boolean> | boolean, withinMs = 90_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; ) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Within ${withinMs / 1000} s it never came true: ${what}`);
}

/** Whether an address answers with a 2xx. */
export function answersAt(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}
