import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import type { ProcessLogger } from '@tulkka/shared/logging';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import type { ApiContext } from '../src/context.ts';
import { createProbe } from './probe-routes.ts';
import { createTestApi, type TestApi } from './test-api.ts';

/** Where the tests find a Redis server; npm test sets it after looking for one. */
const redisUrl = process.env.TEST_REDIS_URL ?? '';
const onRedis = redisUrl === '' ? test.skip : test;

let database: TestDatabase;
const open: TestApi[] = [];
beforeAll(async () => {
  database = await createTestDatabase('sqlite');
});
afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});
afterAll(() => database.drop());

/** The application with limits on; its probe may be called ten times a minute. */
async function createApi(env: Record<string, string> = {}, overrides: Partial<ApiContext> = {}): Promise<TestApi> {
  const api = await createTestApi(database, {
    routes: createProbe().routes,
    env: { RATE_LIMIT_ENABLED: 'true', ...env },
    overrides,
  });
  open.push(api);
  return api;
}

const statuses = async (count: number, call: (i: number) => PromiseLike<{ status: number }>): Promise<number[]> => {
  const answers: number[] = [];
  for (let i = 0; i < count; i++) answers.push((await call(i)).status);
  return answers;
};

test('the eleventh call in a minute is refused, with standard headers and the time to wait', async () => {
  const api = await createApi();
  const first = await api.as('mia').get('/probe');
  expect(first.headers).toMatchObject({
    ratelimit: '"processing"; r=9; t=60',
    'ratelimit-policy': expect.stringContaining('"processing"; q=10; w=60'),
  });
  expect(await statuses(9, () => api.as('mia').get('/probe'))).toEqual(Array(9).fill(200));
  const refused = await api.as('mia').get('/probe');
  expect([refused.status, refused.type, refused.body.code]).toEqual([429, 'application/problem+json', 'rate_limited']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
});

test('users have their own counters, and so have routes', async () => {
  const api = await createApi();
  await statuses(11, () => api.as('mia').get('/probe'));
  expect((await api.as('tom').get('/probe')).status).toBe(200);
  expect((await api.as('mia').post('/probe/1').send({ say: 'hi' })).status).toBe(201);
});

test('who is named in the body counts as that user', async () => {
  const api = await createApi();
  const call = (user_id: string) => api.agent.post('/probe/1').send({ say: 'hi', user_id });
  await statuses(10, () => call('mia'));
  expect((await call('mia')).status).toBe(429);
  expect((await call('tom')).status).toBe(201);
});

test('who is not known counts by address: IPv6 by its network, and only as far as proxies are trusted', async () => {
  const api = await createApi({ TRUST_PROXY: '1' });
  const from = (address: string) => api.agent.get('/probe').set('X-Forwarded-For', address);
  await statuses(10, (i) => from(`2001:db8:1:1::${i + 1}`));
  expect((await from('2001:db8:1:1:ffff::1')).status).toBe(429);
  expect((await from('2001:db8:1:2::1')).status).toBe(401);
  expect((await from('2001:db8:1:1::1, 203.0.113.9')).status).toBe(401);
  const alone = await createApi();
  await statuses(10, (i) => alone.agent.get('/probe').set('X-Forwarded-For', `203.0.113.${i}`));
  expect((await alone.agent.get('/probe').set('X-Forwarded-For', '203.0.113.77')).status).toBe(429);
});

onRedis('two web processes on one Redis count together', async () => {
  const [one, two] = [await createApi({ REDIS_URL: redisUrl }), await createApi({ REDIS_URL: redisUrl })];
  const user = `user-${Date.now()}`;
  const answers = await statuses(11, (i) => (i % 2 === 0 ? one : two).as(user).get('/probe'));
  expect(answers).toEqual([...Array(10).fill(200), 429]);
});

test('a Redis that is away does not stop the API, and costs one line for many calls', async () => {
  const warned: string[] = [];
  const silent = () => undefined;
  const log: ProcessLogger = {
    ...{ error: silent, info: silent, debug: silent, close: async () => undefined, child: () => log },
    warn: (message, fields) => void warned.push(JSON.stringify([message, fields])),
  };
  const api = await createApi({ REDIS_URL: 'redis://127.0.0.1:1' }, { log });
  expect(await statuses(12, () => api.as('mia').get('/probe'))).toEqual(Array(12).fill(200));
  const ofCalls = warned.filter((line) => line.includes('rate limits cannot count'));
  expect(ofCalls).toHaveLength(1);
  expect(ofCalls.join('').length).toBeLessThan(200);
});

test.each([
  [{}, []],
  [{ REDIS_URL: 'redis://127.0.0.1:1', LOG_LEVEL: 'error' }, [expect.stringMatching(/Redis is away/)]],
  [{ RATE_LIMIT_ENABLED: 'false' }, [expect.stringMatching(/RATE_LIMIT_ENABLED=false/)]],
])('with %j /health warns of %j', async (env, warnings) => {
  const api = await createTestApi(database, {
    env: { RATE_LIMIT_ENABLED: 'true', ...(env as Record<string, string>) },
  });
  open.push(api);
  expect((await api.agent.get('/health')).body.warnings).toEqual(warnings);
});

onRedis('a Redis that comes back is counted with again, and one that goes is done without', async () => {
  const target = new URL(redisUrl);
  const relay = await startRelay(Number(target.port || 6379), target.hostname);
  const api = await createApi({ REDIS_URL: `redis://127.0.0.1:${relay.port}`, LOG_LEVEL: 'error' });
  const user = `user-${Date.now()}-relay`;
  await relay.close();
  expect((await api.as(user).get('/probe')).status).toBe(200);
  const reopened = await startRelay(Number(target.port || 6379), target.hostname, relay.port);
  const deadline = Date.now() + 15_000;
  let counted = false;
  while (!counted && Date.now() < deadline) {
    counted = (await api.as(user).get('/probe')).headers.ratelimit !== undefined;
    if (!counted) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(counted).toBe(true);
  await reopened.close();
});

/** A port that leads to another one until it is closed: a Redis that can be taken away. */
async function startRelay(toPort: number, toHost: string, port = 0): Promise<{ port: number; close(): Promise<void> }> {
  const { connect } = await import('node:net');
  const sockets = new Set<import('node:net').Socket>();
  const server: Server = createServer((socket) => {
    const upstream = connect(toPort, toHost);
    for (const end of [socket, upstream]) {
      sockets.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => sockets.delete(end));
    }
    socket.pipe(upstream).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
