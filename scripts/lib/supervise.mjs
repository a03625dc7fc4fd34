// Keeps one child process running: its lines go on with a prefix, an unexpected end starts it again.
import { spawn } from 'node:child_process';
import { paint } from './colours.mjs';
import { findNode, root, toolEnv } from './toolchain.mjs';

const pausesMs = [500, 1000, 2000, 5000];
/** A process that lived this long had started well; the next end counts from zero. */
const healthyAfterMs = 10_000;
/** What a process says last on its way out, at most. */
const lastLines = 12;

/**
 * @param {{ name: string, colour: number, args: string[], env: Record<string, string>, write: (line: string) => void,
 *   onGivenUp: (name: string, code: number | null, said: string) => void }} options
 * @returns {{ stop: (afterMs: number) => Promise<void> }}
 */
export function supervise({ name, colour, args, env, write, onGivenUp }) {
  let child = null;
  let stopping = false;
  let failures = 0;
  let restart;
  let ended = Promise.resolve();

  const say = (line) => write(`${paint(colour, name.padEnd(7))} │ ${line}`);

  const start = () => {
    const said = [];
    const startedAt = Date.now();
    child = spawn(findNode(), args, {
      cwd: root,
      env: toolEnv(findNode(), env),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A Ctrl-C in the terminal reaches us alone; we end the children in order.
      detached: true,
      windowsHide: true,
    });
    prefixLines(child.stdout, say);
    prefixLines(child.stderr, (line) => {
      said.push(line);
      say(line);
    });
    ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        resolve();
        if (stopping) return;
        failures = Date.now() - startedAt > healthyAfterMs ? 1 : failures + 1;
        const pause = pausesMs[failures - 1];
        if (pause === undefined || (code !== null && code !== 0 && failures >= 3)) {
          return onGivenUp(name, code, said.slice(-lastLines).join('\n'));
        }
        say(`ended (${signal ?? `code ${code}`}); starting it again`);
        restart = setTimeout(start, pause);
      });
    });
  };
  start();

  /** Asks politely, and ends it by force when it takes too long. */
  const stop = async (afterMs) => {
    stopping = true;
    clearTimeout(restart);
    if (child.exitCode === null && child.signalCode === null) {
      // Windows has no SIGTERM for children; a message means the same to our processes on every platform.
      if (child.connected) child.send('stop', () => undefined);
      else child.kill('SIGTERM');
    }
    const hard = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await ended;
    clearTimeout(hard);
  };
  return { stop };
}

function prefixLines(stream, write) {
  let rest = '';
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) write(line.replace(/\r$/, ''));
  });
  stream.on('end', () => rest && write(rest));
}
