import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { signalDescendant } from '../../../tests/harness/signals.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
let database: TestDatabase;
let parent: ChildProcess | undefined;
beforeAll(async () => {
  database = await createTestDatabase('sqlite');
});
afterAll(async () => {
  parent?.kill('SIGKILL');
  await database.drop();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until it is so. */
async function until(isSo: () => Promise<boolean> | boolean, ms = 40_000): Promise<void> {
  for (const deadline = Date.now() + ms; !(await isSo()); ) {
    if (Date.now() > deadline) throw new Error('It did not come to be so in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('several workers serve one port; one that is killed is replaced; all end with the parent', async () => {
  const port = await freePort();
  const file = database.games.kind === 'sqlite' ? database.games.file : '';
  let output = '';
  parent = spawn(process.execPath, ['--experimental-transform-types', '--conditions=source', '--no-warnings', main], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      PORT: String(port),
      WEB_CONCURRENCY: '2',
      DATA_DIR: file.replace(/\/games\.sqlite$/, ''),
      LOG_FORMAT: 'json',
      AUTH_MODE: 'trusted',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [parent.stdout, parent.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<number | null>((resolve) => parent?.once('exit', resolve));
  const answers = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/health`, { headers: { Connection: 'close' } }).then(
      (response) => response.ok,
      () => false,
    );
  await until(() => output.includes('"workers":2'));
  expect(await answers()).toBe(true);
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(parent.pid)]);
  const workers = stdout.trim().split(/\s+/).map(Number);
  expect(workers).toHaveLength(2);

  // Each call is a connection of its own, and the parent hands them out in turns.
  const counted = async (): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { Connection: 'close' } });
    const count = /http_request_duration_seconds_count\{[^}]*route="\/ready"[^}]*\} (\d+)/.exec(await response.text());
    return Number(count?.[1] ?? 0);
  };
  for (let i = 0; i < 6; i++) {
    await fetch(`http://127.0.0.1:${port}/ready`, { headers: { Connection: 'close' } });
  }
  await until(async () => (await counted()) === 6);
  expect([await counted(), await counted(), await counted()]).toEqual([6, 6, 6]);

  signalDescendant(Number(workers[0]), 'SIGKILL');
  await until(() => output.includes('another takes its place'));
  expect(await answers()).toBe(true);
  parent.kill('SIGTERM');
  expect(await ended).toBe(0);
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow();
}, 90_000);

function run(command: string, args: string[]): Promise<{ stdout: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.on('close', () => resolve({ stdout }));
  });
}
