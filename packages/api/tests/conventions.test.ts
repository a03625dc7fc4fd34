import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { routes } from '../src/routes/index.ts';
import { createProbe } from './probe-routes.ts';
import { createTestApi, type TestApi } from './test-api.ts';

onEveryDatabase((database) => {
  const probe = createProbe();
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi(database(), { routes: [...routes, ...probe.routes], env: { LOG_LEVEL: 'error' } });
  });
  afterAll(() => api.close());
  const lists = '/api/v1/word-lists';

  describe('errors', () => {
    test('an unknown route, and a known one with another method, are problems', async () => {
      for (const response of [await api.agent.get('/nowhere'), await api.agent.put(lists).send({})]) {
        expect([response.status, response.type, response.body.code]).toEqual([
          404,
          'application/problem+json',
          'not_found',
        ]);
      }
    });

    test('a problem has all its members, and every wrong field is named with its path', async () => {
      const response = await api
        .as('mia')
        .post(lists)
        .set('X-Request-Id', 'r-1')
        .send({ name: 7, colour: 'red', size: 1 });
      expect(response.body).toEqual({
        type: 'urn:tulkka:problem:validation_error',
        title: 'The request is not valid',
        status: 400,
        detail: expect.stringContaining('name'),
        code: 'validation_error',
        instance: 'r-1',
        errors: [
          { path: 'name', message: expect.any(String) },
          { path: 'colour', message: 'is not a known field' },
          { path: 'size', message: 'is not a known field' },
        ],
      });
      expect(response.headers['x-request-id']).toBe('r-1');
    });

    test.each([
      ['malformed JSON', 'application/json', '{"name":', 400, 'validation_error'],
      ['a bare word', 'application/json', '"name"', 400, 'validation_error'],
      ['a form', 'application/x-www-form-urlencoded', 'name=x', 415, 'unsupported_media_type'],
      ['another charset', 'application/json; charset=latin2', '{"name":"x"}', 415, 'unsupported_media_type'],
      ['too much', 'application/json', JSON.stringify({ name: 'x'.repeat(300_000) }), 413, 'payload_too_large'],
    ])('%s is refused', async (_what, type, body, status, code) => {
      const response = await api.as('mia').post(lists).set('Content-Type', type).send(body);
      expect([response.status, response.body.code]).toEqual([status, code]);
    });

    test('an address that is no valid text is refused', async () => {
      expect((await api.as('mia').get(`${lists}/%zz`)).status).toBe(400);
      expect((await api.as('mia').get(`${lists}/%00`)).status).toBe(400);
      expect((await api.as('mia').get(`${lists}?limit=1&limit=2`)).body.errors).toMatchObject([{ path: 'limit' }]);
    });

    test('what goes wrong inside is not told to the caller', async () => {
      const response = await api.as('mia').post('/probe/1').send({ say: 'hi', fail: 'crash' });
      expect([response.status, response.body.code]).toEqual([500, 'internal_error']);
      expect(JSON.stringify(response.body)).not.toMatch(/select|hunter2|Error:|\.ts/);
    });

    test('a harmful request id is replaced', async () => {
      const response = await api.agent.get('/').set('X-Request-Id', 'a b<script>');
      expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  describe('identity in trusted mode', () => {
    test('comes from the header, else from user_id in query or body', async () => {
      const asked = [
        api.as('ann').post('/probe/1').send({ say: 'hi' }),
        api.agent.post('/probe/1').query({ user_id: 'ann' }).send({ say: 'hi' }),
        api.agent.post('/probe/1').send({ say: 'hi', user_id: 'ann' }),
        api.as('ann').post('/probe/1').send({ say: 'hi', user_id: 'ann' }),
      ];
      for (const response of await Promise.all(asked)) expect(response.body).toMatchObject({ user_id: 'ann' });
      expect((await api.agent.post('/probe/1').send({ say: 'hi' })).body.code).toBe('unauthorized');
      expect((await api.as('ann').post('/probe/1').send({ say: 'hi', user_id: 'bob' })).body.code).toBe('forbidden');
    });

    test('odd ids and roles are refused', async () => {
      expect((await api.agent.get('/probe').set('X-User-Id', 'a b')).status).toBe(401);
      expect((await api.agent.get('/probe').set('X-User-Id', 'a'.repeat(129))).status).toBe(401);
      expect((await api.agent.get('/probe').set('X-User-Id', 'a').set('X-User-Role', 'king')).status).toBe(400);
      expect((await api.agent.get('/probe').query({ user_id: ['a', 'b'] })).status).toBe(401);
    });
  });

  describe('caching', () => {
    test('reads carry a strong ETag, and an unchanged one is not sent again', async () => {
      const first = await api.as('eve').get(lists);
      expect(first.headers.etag).toMatch(/^"[^"]+"$/);
      const etag = first.headers.etag ?? '';
      const again = await api.as('eve').get(lists).set('If-None-Match', etag);
      expect([again.status, again.text]).toEqual([304, '']);
      await api.as('eve').post(lists).send({ name: 'New' });
      expect((await api.as('eve').get(lists).set('If-None-Match', etag)).status).toBe(200);
    });
  });

  describe('idempotency', () => {
    const keyed = (key: string, body: object, user = 'mia', id = '1') =>
      api.as(user).post(`/probe/${id}`).set('Idempotency-Key', key).send(body);

    test('the same key and body give the first answer again, quoted or not, in whatever order', async () => {
      const before = probe.runs;
      const first = await keyed('k-1', { say: 'hi', fail: undefined });
      const again = await keyed('"k-1"', { say: 'hi' });
      expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
      expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([
        undefined,
        'true',
      ]);
      expect(probe.runs).toBe(before + 1);
    });

    test('another body, or the same for another thing, is a mismatch', async () => {
      await keyed('k-2', { say: 'hi' });
      expect((await keyed('k-2', { say: 'ho' })).body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
      expect((await keyed('k-2', { say: 'hi' }, 'mia', '2')).status).toBe(422);
    });

    test('a key is its user’s own', async () => {
      await keyed('k-3', { say: 'hi' });
      const other = await keyed('k-3', { say: 'ho' }, 'tom');
      expect([other.status, other.headers['idempotency-replayed']]).toEqual([201, undefined]);
    });

    test('of ten calls at once one runs; the others are told so, and get its answer later', async () => {
      const before = probe.runs;
      let open = (): void => undefined;
      probe.gate = new Promise((resolve) => {
        open = resolve;
      });
      const calls = Array.from({ length: 10 }, () => keyed('k-4', { say: 'hi' }).then((response) => response));
      const refused = new Promise<void>((resolve) => {
        let count = 0;
        for (const call of calls) call.then((response) => response.status === 409 && ++count === 9 && resolve());
      });
      await refused;
      open();
      const answers = await Promise.all(calls);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(9).fill(409)]);
      const late = answers.find((answer) => answer.status === 409);
      expect(late?.body.code).toBe('idempotency_in_progress');
      expect(Number(late?.headers['retry-after'])).toBeGreaterThan(0);
      expect((await keyed('k-4', { say: 'hi' })).headers['idempotency-replayed']).toBe('true');
      expect(probe.runs).toBe(before + 1);
    });

    test('an error of the caller’s is the answer again; one of ours may be tried again', async () => {
      const before = probe.runs;
      await keyed('k-5', { say: 'hi', fail: 'conflict' });
      const again = await keyed('k-5', { say: 'hi', fail: 'conflict' });
      expect([again.status, again.type, again.headers['idempotency-replayed']]).toEqual([
        409,
        'application/problem+json',
        'true',
      ]);
      expect(probe.runs).toBe(before + 1);
      await keyed('k-6', { say: 'hi', fail: 'crash' });
      const retried = await keyed('k-6', { say: 'hi', fail: 'crash' });
      expect([retried.status, retried.headers['idempotency-replayed']]).toEqual([500, undefined]);
      expect(probe.runs).toBe(before + 3);
    });

    test('a claim whose process died goes to the next who asks when its lease runs out; after a day a key is new', async () => {
      const keys = api.context.idempotencyKeys;
      const at = new Date('2026-11-23T10:00:00.000Z');
      const later = (ms: number): Date => new Date(at.getTime() + ms);
      const claim = (ms: number, hash = 'a') => keys.claim('dead', hash, 1000, later(ms));
      expect((await claim(0)).state).toBe('claimed');
      expect((await claim(999)).state).toBe('running');
      const [one, two] = await Promise.all([claim(1001), claim(1001)]);
      expect([one.state, two.state].sort()).toEqual(['claimed', 'running']);
      const mine = one.state === 'claimed' ? one : two;
      if (mine.state === 'claimed') await keys.answer('dead', mine.lease, 201, { ok: true });
      expect(await claim(2000)).toEqual({ state: 'answered', status: 201, body: { ok: true } });
      expect((await claim(86_500_000, 'b')).state).toBe('claimed');
      expect(await keys.deleteExpired(10, later(3 * 86_400_000))).toBeGreaterThan(0);
    });

    test('a key of a wrong length is refused', async () => {
      expect((await keyed('', { say: 'hi' })).status).toBe(400);
      expect((await keyed('k'.repeat(256), { say: 'hi' })).status).toBe(400);
      expect((await keyed('k'.repeat(255), { say: 'hi' })).status).toBe(201);
    });
  });

  describe('browsers', () => {
    test('get the headers that protect them', async () => {
      const { headers } = await api.agent.get('/');
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-powered-by']).toBeUndefined();
    });

    test('may call from named origins only', async () => {
      const named = await createTestApi(database(), { env: { CORS_ORIGINS: 'https://app.example' } });
      const from = (origin: string) =>
        named.agent.options(lists).set('Origin', origin).set('Access-Control-Request-Method', 'POST');
      const allowed = await from('https://app.example');
      expect(allowed.headers).toMatchObject({
        'access-control-allow-origin': 'https://app.example',
        'access-control-allow-credentials': 'true',
      });
      for (const origin of [
        'https://evil.example',
        'https://app.example.evil.example',
        'http://localhost:3000',
        'null',
      ]) {
        expect((await from(origin)).headers['access-control-allow-origin']).toBeUndefined();
      }
      const read = await named.agent.get('/').set('Origin', 'https://app.example');
      expect(read.headers['access-control-expose-headers']).toContain('RateLimit');
      await named.close();
    });

    test('a wildcard never comes with credentials; a laptop lets its own pages in', async () => {
      const open = await createTestApi(database(), { env: { CORS_ORIGINS: '*' } });
      const { headers } = await open.agent.get('/').set('Origin', 'https://any.example');
      expect([headers['access-control-allow-origin'], headers['access-control-allow-credentials']]).toEqual([
        '*',
        undefined,
      ]);
      await open.close();
      const own = await api.agent.get('/').set('Origin', 'http://localhost:5173');
      expect(own.headers['access-control-allow-origin']).toBe('http://localhost:5173');
      const other = await api.agent.get('/').set('Origin', 'https://any.example');
      expect(other.headers['access-control-allow-origin']).toBeUndefined();
    });
  });

  describe('what watches the service', () => {
    test('health says how both databases are, and readiness ends when the process begins to stop', async () => {
      const { body } = await api.agent.get('/health');
      expect(body).toMatchObject({ status: 'degraded', databases: { mysql: 'connected', supabase: 'disconnected' } });
      expect((await api.agent.get('/ready')).body).toEqual({ status: 'ready' });
      api.context.lifecycle.draining = true;
      const stopping = await api.agent.get('/ready');
      api.context.lifecycle.draining = false;
      expect([stopping.status, stopping.body.code, stopping.headers.connection]).toEqual([
        503,
        'dependency_unavailable',
        'close',
      ]);
    });

    test('metrics count requests by route, never by address', async () => {
      await api.as('mia').get(`${lists}/some-id`);
      const { text } = await api.agent.get('/metrics');
      expect(text).toMatch(
        /http_request_duration_seconds_count\{[^}]*route="\/api\/v1\/word-lists\/\{list_id\}",status="404"[^}]*\} \d/,
      );
      expect(text).toMatch(/sql_statement_duration_seconds_count\{[^}]*\} [1-9]/);
      expect(text).toContain('nodejs_eventloop_lag');
      expect(text).not.toContain('some-id');
    });

    test('Swagger UI is a page whose files are there', async () => {
      const { text } = await api.agent.get('/docs');
      const files = [...text.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map((match) => String(match[1]));
      expect(files.length).toBeGreaterThan(3);
      for (const file of files) expect([file, (await api.agent.get(file)).status]).toEqual([file, 200]);
      expect((await api.agent.get('/docs/swagger-ui-init.js')).text).toContain('/openapi.json');
    });
  });
});

test('a games database that is away is told apart from a fault', async () => {
  const { createTestDatabase } = await import('../../../tests/harness/test-databases.ts');
  const gone = await createTestDatabase('sqlite');
  const api = await createTestApi(gone);
  await gone.drop();
  const health = await api.agent.get('/health');
  expect([health.status, health.body.status]).toEqual([200, 'degraded']);
  expect(health.body.databases.mysql).not.toBe('connected');
  expect((await api.agent.get('/ready')).status).toBe(503);
  await api.close();
});
