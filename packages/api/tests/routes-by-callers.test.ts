import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import type { Route } from '../src/http/route.ts';
import { routes } from '../src/routes/index.ts';
import { accessAttempts } from './access-attempts.ts';
import { accessTable } from './access-table.ts';
import { operations } from './operations/index.ts';
import { type OperationCall, sendCall } from './operations/operation-call.ts';
import {
  type CallerKind,
  callerKinds,
  createPast,
  issuer,
  strangers,
  tokenOf,
  worthlessTokens,
} from './route-callers.ts';
import type { TestApi } from './test-api.ts';
import { createWorld, jwtSecret, type World } from './world.ts';

/** The columns of the table, in its order. */
const columns = ['without proof', ...callerKinds, 'teacher for mia', 'admin for mia', 'service for mia'] as const;
type Column = (typeof columns)[number];

const rows = accessTable
  .trim()
  .split('\n')
  .slice(2)
  .map((line): [string, Map<Column, number>] => {
    const [name = '', ...statuses] = line.trim().split(/\s+/);
    return [name, new Map(statuses.map((status, i) => [columns[i] ?? 'without proof', Number(status)]))];
  });

const isStranger = (kind: CallerKind): boolean => strangers.some((stranger) => stranger === kind);

test('every route and every attempt has its row, and every row its columns', () => {
  const named = [...routes.map(({ operationId }) => operationId), ...Object.keys(accessAttempts)];
  expect(rows.map(([name]) => name).sort()).toEqual(named.sort());
  const attempted = Object.keys(accessAttempts);
  for (const [name, statuses] of rows) {
    expect([name, statuses.size]).toEqual([name, attempted.includes(name) ? 1 + callerKinds.length : columns.length]);
  }
});

// What a route lets through is no matter of the database; what repositories find is tested on each of them.
let database: TestDatabase;
let world: World;
let api: TestApi;
beforeAll(async () => {
  database = await createTestDatabase('sqlite');
  world = await createWorld(database);
  await createPast(world);
  const env = { AUTH_MODE: 'jwt', JWT_SECRET: jwtSecret, JWT_AUDIENCE: '', JWT_ISSUER: issuer };
  api = await world.another({ env });
}, 90_000);
afterAll(async () => {
  await api.close();
  await world.close();
  await database.drop();
});

const send = (route: Route, call: OperationCall, token?: string) =>
  sendCall(api.agent, route, {
    ...call,
    headers: { ...call.headers, ...(token && { Authorization: `Bearer ${token}` }) },
  });

test.each(rows)('%s', async (name, statuses) => {
  const route = routes.find(({ operationId }) => operationId === name.split('/')[0]);
  if (!route) throw new Error(`There is no route ${name}.`);
  const isAttempt = name in accessAttempts;
  const makeCall = async (kind: CallerKind): Promise<OperationCall> =>
    (await accessAttempts[name]?.(world, kind)) ?? (await operations[name]?.(world)) ?? {};
  // What only reads, or is refused, leaves the thing as it was, so that one does for all.
  const common = isAttempt ? undefined : await makeCall('learner');
  const callFor = async (kind: CallerKind, expected = 500): Promise<OperationCall> =>
    common && (route.method === 'get' || expected >= 400) ? common : makeCall(kind);

  for (const [kind, token] of Object.entries(await worthlessTokens())) {
    const expected = statuses.get('without proof');
    const { status, body } = await send(route, await callFor('admin', expected), token);
    expect([kind, status]).toEqual([kind, expected]);
    if (status === 401) expect(body.code).toBe('unauthorized');
  }
  for (const kind of callerKinds) {
    const token = await tokenOf(kind);
    const expected = statuses.get(kind);
    const answer = await send(route, await callFor(kind, expected), token);
    expect([kind, answer.status]).toEqual([kind, expected]);
    if (isStranger(kind) && answer.status < 300 && route.access !== 'public')
      expect(JSON.stringify(answer.body)).not.toContain('"mia"');
    if (isAttempt) continue;
    const forMia = isStranger(kind) ? refusedUnlessPublic(route) : statuses.get(forMiaBy(kind));
    const { query, ...rest } = await callFor(kind, forMia);
    const asked = await send(route, { ...rest, query: { ...query, user_id: 'mia' } }, token);
    expect([kind, 'for mia', asked.status]).toEqual([kind, 'for mia', forMia]);
  }
  for (const kind of strangers) {
    const { status } = await api.agent
      .get('/api/v1/progress/mia')
      .set('Authorization', `Bearer ${await tokenOf(kind)}`);
    expect([kind, 'sees mia afterwards', status]).toEqual([kind, 'sees mia afterwards', 403]);
  }
});

const refusedUnlessPublic = (route: Route): number => (route.access === 'public' ? route.response.status : 403);

/** The column of a call for mia: her own call is that anyway. */
const forMiaBy = (kind: CallerKind): Column => columns.find((column) => column === `${kind} for mia`) ?? 'learner';
