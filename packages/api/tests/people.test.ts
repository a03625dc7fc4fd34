import { placeSamplePeople, samplePeople } from '@tulkka/shared/people';
import { ClassRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { Callers, freshMs } from '../src/access/callers.ts';
import { exampleTranscript } from './example-lesson.ts';
import { buildWords, start } from './games/play.ts';
import { createTestApi, type TestApi } from './test-api.ts';

const Session = z.object({ access_token: z.string(), refresh_token: z.string(), user: z.object({ id: z.string() }) });
const password = 'a long password of the tests';

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase();
}, 90_000);
afterAll(() => supabase.close());

/** Calls the embedded server's Auth as a browser does. */
async function auth(path: string, body: object, token?: string): Promise<Response> {
  return fetch(`${supabase.url}/auth/v1/${path}`, {
    method: 'POST',
    headers: {
      apikey: supabase.publishable,
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}
const signIn = async (path: string, body: object) => Session.parse(await (await auth(path, body)).json());

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi(database(), {
      env: {
        SUPABASE_URL: supabase.url,
        SUPABASE_KEY: supabase.key,
        SUPABASE_PUBLISHABLE_KEY: supabase.publishable,
        JWT_SECRET: supabase.jwtSecret,
        JWT_AUDIENCE: 'authenticated',
        SAMPLE_PASSWORD: password,
      },
    });
  });
  afterAll(() => api.close());
  const me = (token: string) => api.agent.get('/api/v1/me').set('Authorization', `Bearer ${token}`);
  let count = 0;
  const signUp = () => signIn('signup', { email: `ana-${process.pid}-${Date.now()}-${++count}@example.com`, password });

  test('who signs up is known by the token, with a profile of their own, in trusted mode too', async () => {
    const session = await signUp();
    const first = await me(session.access_token);
    expect(first.body).toMatchObject({
      id: session.user.id,
      role: 'student',
      locale: 'en',
      time_zone: 'UTC',
      daily_goal_minutes: 5,
      chosen: [],
      classes: [],
    });
    expect(first.body.name).toMatch(/^ana-/);
    const pretender = await me(session.access_token).set('X-User-Id', 'root').set('X-User-Role', 'admin');
    expect(pretender.body).toMatchObject({ id: session.user.id, role: 'student' });
    expect((await me(`${session.access_token}x`).set('X-User-Id', 'root')).status).toBe(401);
    expect((await api.as('somebody').get('/api/v1/me')).body).toMatchObject({ id: 'somebody', name: 'somebody' });
    expect((await api.agent.get('/api/v1/me')).status).toBe(401);
  });

  test('people change their name and settings; what makes no sense is refused by its name', async () => {
    const { access_token: token } = await signUp();
    const change = (body: object) => api.agent.patch('/api/v1/me').set('Authorization', `Bearer ${token}`).send(body);
    const changed = await change({ name: 'Ana Ruiz', locale: 'he', time_zone: 'Asia/Jerusalem', easy_days: [6] });
    expect(changed.body).toMatchObject({ name: 'Ana Ruiz', locale: 'he', time_zone: 'Asia/Jerusalem', easy_days: [6] });
    expect(changed.body.chosen).toEqual(['locale', 'time_zone', 'easy_days']);
    const more = await change({ sound: false, native_language: null });
    expect(more.body).toMatchObject({ locale: 'he', sound: false });
    expect(more.body.chosen).toEqual(['locale', 'native_language', 'sound', 'time_zone', 'easy_days']);
    expect((await me(token)).body).toMatchObject({ name: 'Ana Ruiz', sound: false, easy_days: [6] });
    for (const body of [
      { time_zone: 'Mars/Base' },
      { role: 'admin' },
      { email: 'a@b.c' },
      { locale: '<b>' },
      { name: ' ' },
    ]) {
      const refused = await change(body);
      expect([refused.status, refused.body.errors[0].path]).toEqual([400, Object.keys(body)[0]]);
    }
    expect((await change({})).status).toBe(400);
  });

  test('a refreshed token goes on; signing out ends it here too', async () => {
    const session = await signUp();
    const next = await signIn('token?grant_type=refresh_token', { refresh_token: session.refresh_token });
    expect((await me(next.access_token)).body.id).toBe(session.user.id);
    await auth('logout?scope=local', {}, next.access_token);
    // What was found a moment ago is believed for half a minute; a process that did not ask yet knows at once.
    const another = await createTestApi(database(), {
      env: {
        SUPABASE_URL: supabase.url,
        SUPABASE_KEY: supabase.key,
        SUPABASE_PUBLISHABLE_KEY: supabase.publishable,
        JWT_SECRET: supabase.jwtSecret,
      },
    });
    const ended = await another.agent.get('/api/v1/me').set('Authorization', `Bearer ${next.access_token}`);
    await another.close();
    expect([ended.status, ended.body.detail]).toEqual([401, expect.stringContaining('signed out')]);
  });

  test('a granted role holds within a minute, and a token that says otherwise no longer', async () => {
    const { people } = api.context;
    let now = Date.now();
    const callers = new Callers(people, { isEnded: async () => false }, () => now);
    const claims = {
      sub: 'acc-1',
      role: null,
      email: null,
      sessionId: null,
      issuedAt: now / 1000,
      expiresAt: now / 1000 + 60,
    } as const;
    const roleNow = async (role: 'teacher' | null = null) => (await callers.callerOf({ ...claims, role }, '')).role;
    await people.add({ id: 'p-1', auth_id: 'acc-1', name: 'Pia' });
    expect([await roleNow(), await roleNow('teacher')]).toEqual(['student', 'teacher']);
    await people.grant('p-1', 'admin');
    now += freshMs + 1;
    expect([await roleNow(), await roleNow('teacher')]).toEqual(['admin', 'admin']);
    expect((await callers.callerOf(claims, '')).userId).toBe('p-1');
  });

  test('who erases themselves is gone, with their account; who teaches is asked to hand over first', async () => {
    const email = `gone-${process.pid}-${Date.now()}@example.com`;
    const session = await signIn('signup', { email, password });
    const as = (token: string) => ({ Authorization: `Bearer ${token}` });
    await me(session.access_token);
    await api.agent.post('/api/v1/word-lists').set(as(session.access_token)).send({ name: 'Mine' });
    const erased = await api.agent.delete('/api/v1/me').set(as(session.access_token));
    expect(erased.body).toMatchObject({
      success: true,
      user_id: session.user.id,
      erased: { profiles: 1, 'word lists': 1 },
      account_closed: true,
    });
    const people = await api.context.db('people').where({ id: session.user.id });
    expect(people).toEqual([]);
    expect((await auth('token?grant_type=password', { email, password })).status).toBe(400);
    expect((await auth('token?grant_type=refresh_token', { refresh_token: session.refresh_token })).ok).toBe(false);
    // The address is free for a new beginning.
    expect((await signIn('signup', { email, password })).user.id).not.toBe(session.user.id);

    const classes = new ClassRepository(api.context.db);
    await classes.add({ id: 'kept-class', name: 'Kept', teacher_id: 'keeper', students: [] });
    for (const key of [supabase.publishable, session.access_token]) {
      const url = `${supabase.url}/rest/v1/rpc/erase_account`;
      const headers = {
        apikey: supabase.publishable,
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
      };
      const account = (await signUp()).user.id;
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ account }) });
      expect([400, 401, 403, 404]).toContain(answer.status);
    }
    const refused = await api.as('keeper', 'teacher').delete('/api/v1/me');
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('1 class(es)')]);
    expect((await api.as('root', 'admin').delete('/api/v1/me').query({ user_id: 'keeper' })).status).toBe(403);
  });

  test('the sample people sign in as whom the sample lesson knows, told to this machine alone', async () => {
    const { signIn: project } = api.context.config;
    if (project === null) throw new Error('The test has a project.');
    for (let i = 0; i < 2; i++) {
      expect(await placeSamplePeople(project, api.context.people, password)).toHaveLength(samplePeople.length);
    }
    const { body } = await api.agent.get('/api/v1/app-config');
    expect(body.auth).toMatchObject({ mode: 'trusted', url: supabase.url, key: supabase.publishable });
    expect(body.auth.browser_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    for (const sample of body.samples) {
      const session = await signIn('token?grant_type=password', { email: sample.email, password: sample.password });
      const found = samplePeople.find(({ email }) => email === sample.email);
      expect((await me(session.access_token)).body).toMatchObject({ id: found?.id, role: found?.role });
    }
    expect(body.samples).toHaveLength(3);
    for (const header of ['X-Forwarded-For', 'Forwarded']) {
      expect((await api.agent.get('/api/v1/app-config').set(header, '10.0.0.1')).body.samples).toEqual([]);
    }
    expect((await api.agent.get('/api/v1/app-config').set('Host', 'evil.example')).body.samples).toEqual([]);
  });

  test('staff see the people of their classes, admins everybody and their e-mail', async () => {
    const { people, db } = api.context;
    const classes = new ClassRepository(db);
    await people.add({ id: 'li-1', name: 'Äda Learner', email: 'ada@example.com' });
    await people.add({ id: 'li-2', name: 'Other Learner' });
    await classes.add({ id: 'li-class', name: 'L', teacher_id: 'li-teacher', students: ['li-1'] });
    const seen = async (userId: string, role: 'teacher' | 'admin', query = {}) =>
      (await api.as(userId, role).get('/api/v1/people').query(query)).body.data;
    expect(await seen('li-teacher', 'teacher')).toEqual([
      {
        id: 'li-1',
        name: 'Äda Learner',
        role: 'student',
        last_seen_at: null,
        last_practised_at: null,
        classes: [{ id: 'li-class', name: 'L', role: 'student' }],
      },
    ]);
    // A class that the caller does not teach is not named.
    await classes.add({ id: 'li-class-2', name: 'M', teacher_id: 'other-teacher', students: ['li-1'] });
    expect((await seen('li-teacher', 'teacher'))[0].classes).toEqual([{ id: 'li-class', name: 'L', role: 'student' }]);
    expect((await seen('root', 'admin', { search: 'äda' }))[0].classes).toHaveLength(2);
    // Who asks for one class sees in which others its people are, as far as they see those.
    expect((await seen('root', 'admin', { class_id: 'li-class' }))[0].classes).toHaveLength(2);
    await classes.add({ id: 'li-class-3', name: 'N', teacher_id: 'li-teacher', students: ['li-1'] });
    const inOne = await seen('li-teacher', 'teacher', { class_id: 'li-class' });
    expect(inOne[0].classes.map(({ id }: { id: string }) => id)).toEqual(['li-class', 'li-class-3']);
    await classes.delete('li-class-3');
    await classes.delete('li-class-2');
    const outside = await seen('root', 'admin', { without_class: 'true', limit: 100 });
    const outsiders = outside.map(({ id }: { id: string }) => id);
    expect(outsiders).toContain('li-2');
    expect(outsiders).not.toContain('li-1');
    const practised = await buildWords(api.as('li-1'), [{ word: 'ant' }]);
    await start(api.as('li-1'), { game_type: 'flashcards', mode: 'custom', reference_id: practised.listId });
    expect((await seen('li-teacher', 'teacher'))[0].last_practised_at).toEqual(expect.any(String));
    expect(await seen('other-teacher', 'teacher')).toEqual([]);
    expect(await seen('other-teacher', 'teacher', { class_id: 'li-class' })).toEqual([]);
    expect(await seen('root', 'admin', { search: 'äda' })).toMatchObject([{ id: 'li-1', email: 'ada@example.com' }]);
    await people.add({ id: 'li-3', name: 'Äda Teacher', role: 'teacher' });
    expect(await seen('root', 'admin', { search: 'äda', role: 'teacher' })).toMatchObject([{ id: 'li-3' }]);
    expect((await api.as('li-1').get('/api/v1/people')).status).toBe(403);
    expect((await api.as('li-1').get('/api/v1/me')).body.classes).toEqual([
      { id: 'li-class', name: 'L', role: 'student', keep_audio: 'none' },
    ]);
    // Whoever learns in a class is told that voices of its lessons are kept; nobody in it but its teacher says so.
    expect((await api.as('li-1').patch('/api/v1/classes/li-class').send({ keep_audio: 'clips' })).status).toBe(403);
    expect((await api.as('root', 'admin').patch('/api/v1/classes/li-class').send({ keep_audio: 'clips' })).status).toBe(
      200,
    );
    expect((await api.as('li-1').get('/api/v1/me')).body.classes[0].keep_audio).toBe('clips');
    const wrong = await api.as('root', 'admin').patch('/api/v1/classes/li-class').send({ keep_audio: 'some' });
    expect(wrong.body.errors[0].path).toMatch(/keep_audio/);
  });

  test('whoever is named by an id is named by their name beside it', async () => {
    const { people, db } = api.context;
    await people.add({ id: 'na-teacher', name: 'Nadia Teacher', role: 'teacher' });
    await people.add({ id: 'na-1', name: 'Noa' });
    await new ClassRepository(db).add({ id: 'na', name: 'N', teacher_id: 'na-teacher', students: ['na-1', 'na-2'] });
    const staff = api.as('na-teacher', 'teacher');
    const names = { 'na-teacher': 'Nadia Teacher', 'na-1': 'Noa' };
    expect((await staff.get('/api/v1/classes/na')).body.names).toEqual(names);
    expect((await staff.get('/api/v1/classes')).body.names).toEqual(names);
    expect((await staff.patch('/api/v1/classes/na').send({ name: 'N2' })).body.names).toEqual(names);
    const { body } = await staff.get('/api/v1/stats/class/na');
    expect(body.students.map(({ user_id, name }: Record<string, unknown>) => [user_id, name])).toEqual([
      ['na-1', 'Noa'],
      ['na-2', null],
    ]);

    const form = staff.post('/api/v1/lessons').field('class_id', 'na').field('user_id', 'na-1');
    const { body: made } = await form.attach('file', Buffer.from(`${exampleTranscript}\nNoa: Na.`), 'na.txt');
    const lesson = await staff.get(`/api/v1/lessons/${made.lesson.id}`);
    expect([lesson.status, lesson.body.names]).toEqual([200, expect.objectContaining({ 'na-1': 'Noa' })]);
    expect((await staff.get('/api/v1/lessons')).body.names).toMatchObject({ 'na-1': 'Noa' });
    expect((await staff.get('/api/v1/desk')).body.names).toMatchObject({ 'na-1': 'Noa' });
  });
});
