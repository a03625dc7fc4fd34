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

/** Processor time that a process has used; on a busy machine it says more than the clock. NaN where there is no /proc. */
function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** Requests a second, processor time a request, and the 99th percentile of one route, each request by another user. */
export async function measure({ base, pid }, route, { connections, seconds, user }) {
  const cpuBefore = cpuMs(pid);
  const requests = [
    {
      setupRequest: (request) => {
        const who = user ?? userName(1 + Math.floor(Math.random() * users));
        return { ...request, ...requestOf(route, who) };
      },
    },
  ];
  const result = await autocannon({ url: base, connections, duration: seconds, requests });
  const failed = result.non2xx + result.errors + result.timeouts;
  const cpu = (cpuMs(pid) - cpuBefore) / Math.max(1, result.requests.total);
  return { rate: result.requests.average, p99: result.latency.p99, failed, cpu };
}
