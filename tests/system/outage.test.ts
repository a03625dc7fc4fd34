import { readFileSync } from 'node:fs';
import { createServer, connect as openSocket, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { eventually, root, TestStack } from '../harness/test-stack.ts';

const sample = readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'), 'utf8');

/** The line to the lessons database, which can be cut and mended. */
class Line {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly port: number,
    private readonly target: number,
  ) {}

  async mend(): Promise<void> {
    this.server = createServer((socket) => {
      const onward = openSocket(this.target, '127.0.0.1');
      for (const end of [socket, onward]) {
        this.sockets.add(end);
        end.on('error', () => end.destroy()).on('close', () => this.sockets.delete(end));
      }
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

test('while Supabase is away the loops pause, the games go on and health says degraded; back again, nothing was lost', async () => {
  const stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite' });
  const port = await freePort();
  const line = new Line(port, Number(new URL(stack.supabase.url).port));
  await line.mend();
  const through = { SUPABASE_URL: `http://127.0.0.1:${port}` };
  const healthPort = await freePort();
  const web = await stack.startWeb(through);
  const worker = await stack.start('worker', { ...through, HEALTH_PORT: String(healthPort) });
  const fetcher = await stack.start('fetcher', through);
  const health = async (url: string): Promise<string> => {
    const body: unknown = await (await fetch(`${url}/health`)).json();
    return typeof body === 'object' && body !== null && 'status' in body ? String(body.status) : '';
  };
  await eventually('both to be healthy', async () => (await health(web.url)) === 'healthy');
  expect(await health(`http://127.0.0.1:${healthPort}`)).toBe('healthy');

  await line.cut();
  stack.drop('demo/during the outage.vtt', sample);
  await eventually('web to say degraded', async () => (await health(web.url)) === 'degraded');
  await eventually(
    'the worker to say degraded',
    async () => (await health(`http://127.0.0.1:${healthPort}`)) === 'degraded',
  );
  await fetcher.line(({ level }) => level === 'error');
  await worker.line(({ level }) => level === 'error');
  const games = await fetch(`${web.url}/api/v1/word-lists`, { headers: { 'x-user-id': 'demo-student' } });
  expect(games.status).toBe(200);
  const lessons = await fetch(`${web.url}/api/v1/lessons`, {
    headers: { 'x-user-id': 'root', 'x-user-role': 'admin' },
  });
  expect(lessons.status).toBe(503);

  await line.mend();
  const set = await eventually(
    'the lesson to become a set',
    async () => (await stack.sets.list({ classIds: ['demo'], page: 1, limit: 10 })).sets[0],
    40_000,
  );
  expect(set.total_exercises).toBeGreaterThan(0);
  await eventually('web to be healthy again', async () => (await health(web.url)) === 'healthy');
  expect((await stack.sets.list({ classIds: ['demo'], page: 1, limit: 10 })).total).toBe(1);
  for (const process of [web.process, worker, fetcher]) expect(await process.stop()).toMatchObject({ code: 0 });
  await stack.close();
}, 360_000);
