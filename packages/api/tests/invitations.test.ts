import { z } from 'zod';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { createTestApi, type TestApi } from './test-api.ts';

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase();
}, 90_000);
afterAll(() => supabase.close());

const Account = z.object({ access_token: z.string(), user: z.object({ id: z.string() }) });

onEveryDatabase((database) => {
  let api: TestApi;
  const classes = '/api/v1/classes';
  beforeAll(async () => {
    api = await createTestApi(database(), {
      env: {
        SUPABASE_URL: supabase.url,
        SUPABASE_KEY: supabase.key,
        SUPABASE_PUBLISHABLE_KEY: supabase.publishable,
        JWT_SECRET: supabase.jwtSecret,
      },
    });
    await teacher().post(classes).send({ id: 'inv', name: 'Invited' });
  });
  afterAll(() => api.close());
  const teacher = () => api.as('ms-lee', 'teacher');
  const invite = async (body: object = {}) => (await teacher().post(`${classes}/inv/invitations`).send(body)).body;
  const accept = (userId: string, code: string) => api.as(userId).post('/api/v1/invitations/accept').send({ code });
  const members = async (): Promise<string[]> => (await teacher().get(`${classes}/inv`)).body.students;
  const signUp = async () => {
    const response = await fetch(`${supabase.url}/auth/v1/signup`, {
      method: 'POST',
      headers: { apikey: supabase.publishable, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `kid-${Date.now()}-${Math.random()}@example.com`, password: 'long enough' }),
    });
    return Account.parse(await response.json());
  };
  const bearing = (token: string) => (method: 'get' | 'post', path: string) =>
    api.agent[method](path).set('Authorization', `Bearer ${token}`);

  test('a learner looks, joins by their own will, and leaves; the teacher sees them only meanwhile', async () => {
    const { code, url, uses, max_uses } = await invite({ max_uses: 5 });
    expect([code, url, uses, max_uses]).toEqual([
      expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
      expect.stringContaining(`/join#${code}`),
      0,
      5,
    ]);
    const seen = async () => (await teacher().get('/api/v1/progress/nina')).status;
    expect(await seen()).toBe(403);
    const looked = await api.as('nina').post('/api/v1/invitations/look').send({ code });
    expect(looked.body).toMatchObject({ class: { id: 'inv', name: 'Invited' }, seen_by_teacher: expect.any(Array) });
    expect(await seen()).toBe(403);
    const joined = await accept('nina', ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect([joined.status, joined.body.class]).toEqual([200, { id: 'inv', name: 'Invited' }]);
    expect((await accept('nina', code)).status).toBe(200);
    expect((await teacher().get(`${classes}/inv/invitations`)).body.data).toMatchObject([{ code, uses: 1 }]);
    expect(await seen()).toBe(200);
    expect((await api.as('tom').delete(`${classes}/inv/members/nina`)).status).toBe(404);
    expect((await api.as('nina').delete(`${classes}/inv/members/nina`)).status).toBe(200);
    expect(await seen()).toBe(403);
  });

  test('ended, expired, used up, renewed and unknown codes are alike', async () => {
    const [ended, expired, usedUp, renewed] = [
      await invite(),
      await invite(),
      await invite({ max_uses: 1 }),
      await invite(),
    ];
    const past = new Date(Date.now() - 1000);
    await database().db('invitations').where({ id: expired.id }).update({ expires_at: past });
    expect((await teacher().delete(`${classes}/inv/invitations/${ended.id}`)).status).toBe(200);
    expect((await accept('u-1', usedUp.code)).status).toBe(200);
    const fresh = (await teacher().post(`${classes}/inv/invitations/${renewed.id}/renew`).send({})).body;
    const answers = [];
    for (const code of [ended.code, expired.code, usedUp.code, renewed.code, 'AAAA-BBBB-CCCC', '%_']) {
      const { status, body } = await accept('u-2', code);
      answers.push([status, body.code, body.detail]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect((await accept('u-2', fresh.code)).status).toBe(200);
  });

  test('of ten who use the last use at once one gets in', async () => {
    const { code } = await invite({ max_uses: 1 });
    const before = await members();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => accept(`racer-${i}`, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await members()).toHaveLength(before.length + 1);
  });

  test('only the class’s teacher, admins and services invite, see codes and end them', async () => {
    const { id } = await invite();
    const path = `${classes}/inv/invitations`;
    for (const stranger of [api.as('mr-kim', 'teacher'), api.as('nina')]) {
      const answers = [
        await stranger.post(path).send({}),
        await stranger.get(path),
        await stranger.post(`${path}/${id}/renew`).send({}),
        await stranger.delete(`${path}/${id}`),
      ];
      for (const { status } of answers) expect([403, 404]).toContain(status);
    }
    expect((await api.as('root', 'admin').get(path)).status).toBe(200);
    const refused = await teacher()
      .patch(`${classes}/inv`)
      .send({ students: ['mia'] });
    expect(refused.body.detail).toContain('/api/v1/classes/inv/invitations');
    // Nobody accepts for somebody else.
    const { code } = await invite();
    const forced = await teacher().post('/api/v1/invitations/accept').send({ code, user_id: 'mia' });
    expect(forced.status).toBe(403);
    expect(await members()).not.toContain('mia');
  });

  test('a child signs in with the code of a place, once; a new code opens it on another device', async () => {
    const made = await invite({ places: [{ name: 'Zoe' }, { name: 'Yan' }] });
    expect(made).toMatchObject({
      count: 2,
      data: [{ place: { name: 'Zoe' }, max_uses: 1 }, { place: { name: 'Yan' } }],
    });
    const [zoe] = made.data;
    const open = (code: string) => api.agent.post('/api/v1/invitations/open').send({ code });
    const first = await open(zoe.code);
    expect(first.status).toBe(200);
    const me = bearing(first.body.access_token)('get', '/api/v1/me');
    expect((await me).body).toMatchObject({ id: zoe.place.user_id, name: 'Zoe', classes: [{ id: 'inv' }] });
    expect((await open(zoe.code)).status).toBe(404);
    const renewed = await teacher().post(`${classes}/inv/invitations/${zoe.id}/renew`).send({});
    const second = await open(renewed.body.code);
    expect((await bearing(second.body.access_token)('get', '/api/v1/me')).body.id).toBe(zoe.place.user_id);
    const link = await invite();
    expect((await open(link.code)).status).toBe(404);
  });

  test('an account takes a place over with all that was learnt there, and is then its only way in', async () => {
    const { data } = await invite({ places: [{ name: 'Xi' }] });
    const [{ id, code, place }] = data;
    await api.as(place.user_id).post('/api/v1/word-lists').send({ name: 'Xi’s words' });
    const { access_token: token } = await signUp();
    const taken = await bearing(token)('post', '/api/v1/invitations/accept').send({ code });
    expect([taken.status, taken.body.class?.id]).toEqual([200, 'inv']);
    expect((await bearing(token)('get', '/api/v1/me')).body).toMatchObject({ id: place.user_id, name: 'Xi' });
    expect((await bearing(token)('get', '/api/v1/word-lists')).body.data).toMatchObject([{ name: 'Xi’s words' }]);
    const again = (await teacher().post(`${classes}/inv/invitations/${id}/renew`).send({})).body.code;
    expect((await api.agent.post('/api/v1/invitations/open').send({ code: again })).status).toBe(404);
    const thief = await signUp();
    expect((await bearing(thief.access_token)('post', '/api/v1/invitations/accept').send({ code: again })).status).toBe(
      409,
    );
    expect((await bearing(token)('get', '/api/v1/me')).body.id).toBe(place.user_id);
  });
});
