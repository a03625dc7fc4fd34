import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadSettings, type Settings } from '@tulkka/shared/config';
import { migrateDown, migrateUp } from '@tulkka/shared/database';
import { z } from 'zod';
import { createTestDatabase, dialects, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import type { ApiContext } from '../src/context.ts';
import { createWebProcess } from '../src/server.ts';

const Health = z.looseObject({
  status: z.string(),
  databases: z.looseObject({ mysql: z.string() }),
  warnings: z.array(z.string()),
});

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase('sqlite');
});
afterEach(() => database.drop());

const settings = (env: Record<string, string> = {}): Settings =>
  loadSettings({ NODE_ENV: 'test', LOG_LEVEL: 'error', RATE_LIMIT_ENABLED: 'false', ...env });

/** A free port; whoever is quick may take it, but nobody here is. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a stopping process finishes the request under way and takes no more', async () => {
  const port = await freePort();
  let finish = (): void => undefined;
  let begun = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  // The probe of /ready is held, as a slow request would be.
  const probes = {
    lessonsConfigured: false,
    check: async () => {
      begun();
      await held;
      return { mysql: 'connected', supabase: 'disconnected', troubles: [] };
    },
  } as unknown as ApiContext['probes'];
  const web = await createWebProcess(settings({ PORT: String(port) }), { db: database.db, probes });
  await web.start();
  const slow = fetch(`http://127.0.0.1:${port}/ready`);
  await hasBegun;
  let stopped = false;
  const stopping = web.stop().then(() => {
    stopped = true;
  });
  expect(web.stop()).toBe(web.stop());
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  expect(stopped).toBe(false);
  finish();
  expect((await slow).status).toBe(200);
  await stopping;
});

test('a request that never ends is cut off at the deadline', async () => {
  const port = await freePort();
  const never = {
    lessonsConfigured: false,
    check: () => new Promise(() => undefined),
  } as unknown as ApiContext['probes'];
  const env = { PORT: String(port), DRAIN_SECONDS: '1' };
  const web = await createWebProcess(settings(env), { db: database.db, probes: never });
  await web.start();
  const hung = fetch(`http://127.0.0.1:${port}/health`).then(
    () => 'answered',
    () => 'cut off',
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = Date.now();
  await web.stop();
  expect(Date.now() - began).toBeLessThan(5000);
  expect(await hung).toBe('cut off');
});

test('a taken port is a clear message', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const { port } = other.address() as AddressInfo;
  const web = await createWebProcess(settings({ PORT: String(port) }), { db: database.db });
  await expect(web.start()).rejects.toThrow(`Port ${port} is taken`);
  await web.stop();
  await new Promise((resolve) => other.close(resolve));
});

test.each(dialects)(
  'over a %s database without the tables of this version it is neither healthy nor ready, and says what to do',
  async (dialect) => {
    const bare = await createTestDatabase(dialect, { migrated: false });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const web = await createWebProcess(settings({ PORT: String(port) }), { db: bare.db });
    await web.start();
    const health = async () => Health.parse(await (await fetch(`${url}/health`)).json());
    const before = await health();
    expect([before.status, before.databases.mysql]).toEqual(['degraded', 'error']);
    expect(before.warnings.join()).toMatch(/lacks migrations \(001-.*npm run db:migrate/);
    const notReady = await fetch(`${url}/ready`);
    expect([notReady.status, await notReady.text()]).toEqual([503, expect.stringContaining('npm run db:migrate')]);

    await migrateUp(bare.db);
    // Each answer is good for a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await health()).databases.mysql).toBe('connected');
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    await migrateDown(bare.db, 1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await health()).databases.mysql).toBe('error');
    await web.stop();
    await bare.drop();
  },
);
