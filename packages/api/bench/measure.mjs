import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import autocannon from 'autocannon';
import { userName, users } from './place.mjs';
import { requestOf } from './routes.mjs';

/** Starts a server in a process of its own and waits until it answers. */
export async function startServer(file, args, env) {
  const port = await freePort();
  const child = fork(file, args(port), {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const base = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit');
  for (let tries = 0; ; tries++) {
    const up = await fetch(`${base}/health`).then(
      () => true,
      () => false,
    );
    if (up) break;
    if (child.exitCode !== null || tries > 150) throw new Error(`${file} does not start.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    base,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A process's children. @throws where there is no /proc */
export function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

/** Processor time of a process and its children so far; on a busy machine it says more than the clock. NaN where there is no /proc. */
function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return childrenOf(pid).reduce((sum, child) => sum + cpuMs(child), (Number(fields[11]) + Number(fields[12])) * 10);
  } catch {
    return Number.NaN;
  }
}

/** Connections open and caches fill in this time; what is answered in it is not counted. */
const rampMs = 1000;

/**
 * One run against one route, each request by another user: requests a second, the 99th percentile, and processor time a
 * request. Opening a hundred connections at once is left out: it is a hundred answers of some thousand, and would be all
 * that a 99th percentile shows.
 */
export async function measure({ base, pid, headers }, route, { connections, seconds, user }) {
  const request = {
    setupRequest: (given) => {
      const who = user ?? userName(1 + Math.floor(Math.random() * users));
      const wanted = requestOf(route, who);
      return { ...given, ...wanted, headers: { ...wanted.headers, ...headers } };
    },
  };
  const took = [];
  let began = Number.NaN;
  let ended = Number.NaN;
  let cpuBefore = Number.NaN;
  const run = autocannon({ url: base, connections, duration: seconds + rampMs / 1000, requests: [request] });
  const ramp = setTimeout(() => {
    began = performance.now();
    cpuBefore = cpuMs(pid);
  }, rampMs);
  run.on('response', (_client, _status, _bytes, ms) => {
    if (Number.isNaN(began)) return;
    took.push(ms);
    ended = performance.now();
  });
  const result = await run;
  clearTimeout(ramp);
  const failed = result.non2xx + result.errors + result.timeouts;
  took.sort((a, b) => a - b);
  return {
    rate: (took.length * 1000) / (ended - began),
    p99: took[Math.floor(took.length * 0.99)] ?? Number.NaN,
    cpu: (cpuMs(pid) - cpuBefore) / Math.max(1, took.length),
    failed,
  };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Measures servers against each other in turns, so that a machine that is slow for a while is slow for all of them; of the
 * rounds each number's median counts.
 */
export async function measureInTurns(servers, route, { rounds, ...options }) {
  const runs = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, server] of Object.entries(servers)) runs[name].push(await measure(server, route, options));
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [
      name,
      {
        rate: median(all.map((run) => run.rate)),
        p99: median(all.map((run) => run.p99)),
        cpu: median(all.map((run) => run.cpu)),
        failed: all.reduce((sum, run) => sum + run.failed, 0),
      },
    ]),
  );
}
