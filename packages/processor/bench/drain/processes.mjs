import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../../scripts/lib/supabase-lite.mjs';

const entries = {
  fetcher: fileURLToPath(import.meta.resolve('../../../fetcher/dist/main.js')),
  worker: fileURLToPath(import.meta.resolve('../../dist/main.js')),
};

/** Starts a fetcher or a worker and waits until it says that it is well. */
export async function startProcess(name, env) {
  const port = await freePort();
  const child = spawn(process.execPath, [entries[name]], {
    env: { ...process.env, ...env, HEALTH_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  for (let tries = 0; tries < 300; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (up?.ok) break;
    if (child.exitCode !== null) throw new Error(`The ${name} ends at its start.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    pid: child.pid,
    metrics: async () => readMetrics(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Sums of Prometheus's lines: `total(name, label)` adds up all whose labels hold the text. */
function readMetrics(text) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return (name, label = '') =>
    lines
      .filter((line) => /^\w+/.exec(line)?.[0] === name && line.includes(label))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

/** Seconds of processor time, all cores together, and those of them that were idle; NaN where there is no /proc. */
export function machineSeconds() {
  try {
    const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].split(/\s+/);
    const all = ticks.slice(0, 8).map(Number);
    return { all: all.reduce((sum, one) => sum + one, 0) / 100, idle: (all[3] + all[4]) / 100 };
  } catch {
    return { all: Number.NaN, idle: Number.NaN };
  }
}

/** Processor seconds of one process so far. */
export function processSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}
