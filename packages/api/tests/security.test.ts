import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import type { Route } from '../src/http/route.ts';
import { routes } from '../src/routes/index.ts';
import { operations } from './operations/index.ts';
import { type OperationCall, sendCall } from './operations/operation-call.ts';
import type { TestApi } from './test-api.ts';
import { createWorld, jwtSecret, type Person, people, tokenFor, type World } from './world.ts';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const closed = routes.filter((route) => route.access !== 'public');

/** Whether an address names a thing of its own, besides a user. */
const namesThing = (route: Route): boolean => /\{(?!user_id\})/.test(route.path);

onEveryDatabase((database) => {
  let world: World;
  let api: TestApi;
  beforeAll(async () => {
    world = await createWorld(database());
    api = await world.another({ env: { AUTH_MODE: 'jwt', JWT_SECRET: jwtSecret, JWT_AUDIENCE: '' } });
  }, 90_000);
  afterAll(async () => {
    await api.close();
    await world.close();
  });

  const callOf = async (route: Route): Promise<OperationCall> => {
    const makeCall = operations[route.operationId];
    if (!makeCall) throw new Error(`There is no call of ${route.operationId} in tests/operations.`);
    return makeCall(world);
  };
  const withToken = (route: Route, call: OperationCall, token: string) =>
    sendCall(api.agent, route, { ...call, headers: { ...call.headers, Authorization: `Bearer ${token}` } });
  const callAs = async (route: Route, call: OperationCall, person: Person) =>
    withToken(route, call, await tokenFor(people[person]));

  describe.each(closed.map((route): [string, Route] => [route.operationId, route]))('%s', (_id, route) => {
    test('refuses whoever proves nothing', async () => {
      const call = await callOf(route);
      const person = people[call.by ?? 'learner'];
      const [header = '', payload = '', signature = ''] = (await tokenFor(person)).split('.');
      const claims = { sub: person.userId, role: person.role, exp: Math.floor(Date.now() / 1000) + 300 };
      const tokens = {
        expired: await tokenFor(person, '-1m'),
        forged: `${header}.${base64({ ...claims, role: 'admin' })}.${signature}`,
        'of another key': `${header}.${payload}.${signature.split('').reverse().join('')}`,
        'alg none': `${base64({ alg: 'none' })}.${base64(claims)}.`,
        nonsense: 'nonsense',
      };
      const nobody = await sendCall(api.agent, route, { ...call, headers: { ...call.headers, 'X-User-Id': 'mia' } });
      expect([nobody.status, nobody.body.code]).toEqual([401, 'unauthorized']);
      for (const [kind, token] of Object.entries(tokens)) {
        const answer = await withToken(route, call, token);
        expect([kind, answer.status, answer.body.code]).toEqual([kind, 401, 'unauthorized']);
      }
    });

    test('gives a stranger nothing of anybody else’s', async () => {
      const call = await callOf(route);
      for (const stranger of ['stranger', 'otherTeacher'] as const) {
        const asked = await callAs(route, { ...call, query: { ...call.query, user_id: 'mia' } }, stranger);
        expect([stranger, asked.status, asked.body.code]).toEqual([stranger, 403, 'forbidden']);
        const answer = await callAs(route, call, stranger);
        const isStaff = people[stranger].role === 'teacher';
        const doorIsShut = (route.access === 'staff' || route.access === 'lessons') && !isStaff;
        if (doorIsShut) expect([stranger, answer.status]).toEqual([stranger, 403]);
        else if (route.path.includes('{user_id}')) expect([stranger, answer.status]).toEqual([stranger, 403]);
        else if (namesThing(route) && !call.shared) expect([403, 404]).toContain(answer.status);
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 300) expect(JSON.stringify(answer.body)).not.toContain('"mia"');
      }
    });

    test('serves whom it is for', async () => {
      const call = await callOf(route);
      const answer = await callAs(route, call, call.by ?? 'learner');
      expect(answer.status).toBe(call.status ?? route.response.status);
    });
  });
});
