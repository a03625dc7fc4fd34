import { setTimeout as wait } from 'node:timers/promises';
import { loadSettings } from '@tulkka/shared/config';
import { ClassRepository } from '@tulkka/shared/repositories';
import { SignJWT } from 'jose';
import { createTestDatabase, onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createNewsReader, mostNews, type News } from '../src/news/news.ts';
import { NewsFeed } from '../src/news/news-feed.ts';
import { Watches } from '../src/news/watches.ts';
import { createWebProcess } from '../src/server.ts';
import { type EventReader, readEvents } from './event-reader.ts';
import { answer } from './games/play.ts';
import { listen, type TestApi, type TestApiOptions } from './test-api.ts';
import { createWorld, jwtSecret, type World } from './world.ts';

/** Clocks of one machine are not apart: what is told later than this is told because somebody came back for it. */
const quick = { everyMs: 100, overlapMs: 1500 };
const teacher = { 'X-User-Id': 'ms-lee', 'X-User-Role': 'teacher' };
const isSet = (id: string, revision?: number) => (event: { event: string; data: Record<string, unknown> }) =>
  event.event === 'set' && event.data.id === id && (revision === undefined || event.data.revision === revision);

onEveryDatabase((database) => {
  let world: World;
  const leaving: (() => unknown)[] = [];
  beforeAll(async () => {
    world = await createWorld(database());
  }, 90_000);
  afterEach(async () => {
    for (const leave of leaving.splice(0).reverse()) await leave();
  });
  afterAll(() => world.close());

  /** A web process of its own, with a quick eye on the databases that all of them share. */
  const start = async ({
    askMs = 60_000,
    reads = [] as number[],
    ...options
  }: TestApiOptions & { askMs?: number; reads?: number[] } = {}) => {
    const { context } = world.api;
    const read = createNewsReader(database().db, () => context.lessonParts().news);
    const feed = new NewsFeed(
      (since, practiceIn) => {
        reads.push(since.getTime());
        return read(since, practiceIn);
      },
      context.log,
      quick,
    );
    const watches = new Watches(feed, { beatMs: 50, askMs });
    const api: TestApi = await world.another({ ...options, overrides: { watches } });
    const server = await listen(api);
    leaving.push(async () => {
      await server.close();
      await api.close();
    });
    const follow = async (headers: Record<string, string>, query = ''): Promise<EventReader> => {
      const reader = await readEvents(`${server.url}/api/v1/events${query}`, headers);
      leaving.push(reader.leave);
      return reader;
    };
    return { api, watches, follow };
  };
  const edit = (api: TestApi, set: { id: string }, item: string, revision: number, hint: string) =>
    api
      .as('ms-lee', 'teacher')
      .patch(`/api/v1/exercises/${set.id}/items/${item}`)
      .send({ revision, item: { hint } })
      .expect(200);

  test('what one process stores, those hear who look at another one; strangers do not, and learners what is published', async () => {
    const [first, second] = [await start(), await start()];
    const reader = await second.follow(teacher);
    expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers.get('x-accel-buffering')).toBe('no');
    const stranger = await second.follow({ 'X-User-Id': 'mr-kim', 'X-User-Role': 'teacher' });
    const learner = await second.follow({ 'X-User-Id': 'mia' });
    const set = await world.makeExerciseSet();
    const { body } = await edit(first.api, set, set.exercises.grammar[0]?.id ?? '', set.revision, 'Think of the time.');
    const told = await reader.until(isSet(set.id, body.revision));
    expect(told.data).toEqual({
      id: set.id,
      class_id: 'b1',
      status: 'pending_review',
      lesson_id: set.zoom_summary_id,
      revision: body.revision,
    });
    await reader.until(({ event, data }) => event === 'lesson' && data.id === set.zoom_summary_id);
    await first.api.as('ms-lee', 'teacher').post(`/api/v1/exercises/${set.id}/approve`).send({}).expect(200);
    await learner.until(({ data }) => data.id === set.id);
    expect(learner.events.filter(({ data }) => data.status !== 'published')).toEqual([]);
    const { body: items } = await first.api.as('mia').get(`/api/v1/recordings/${set.recording_id}/items`);
    const { game_type, item_id } = items.items[0];
    const report = await first.api
      .as('mia')
      .post(`/api/v1/items/${game_type}/${item_id}/reports`)
      .send({ reason: 'unclear' })
      .expect(201);
    await reader.until(({ event, data }) => event === 'report' && data.id === report.body.id);
    expect(stranger.events).toEqual([]);
  });

  test('who comes back is told all that changed meanwhile, by whichever process', async () => {
    const before = await start();
    const reader = await before.follow(teacher);
    const known = await world.makeExerciseSet();
    await reader.until(isSet(known.id));
    const last = reader.lastId();
    before.watches.close();
    await reader.ended;
    const missed = await Promise.all([1, 2, 3].map(() => world.makeExerciseSet()));
    await wait(2 * quick.overlapMs);
    const after = await start();
    const newcomer = await after.follow(teacher, '?live=false');
    await newcomer.ended;
    expect(newcomer.events).toEqual([]);
    const again = await after.follow({ ...teacher, 'Last-Event-ID': last });
    for (const set of missed) await again.until(isSet(set.id));
    const once = await after.follow({ ...teacher, 'Last-Event-ID': last }, '?live=false');
    await once.ended;
    expect(missed.filter((set) => !once.events.some(isSet(set.id)))).toEqual([]);
    const lost = await after.follow({ ...teacher, 'Last-Event-ID': 'of another server' });
    await lost.until(({ event }) => event === 'reset');
  });

  test('a stream beats, and ends with the sign-in; who keeps the class no longer hears nothing more', async () => {
    const { api, follow } = await start({ askMs: 100, env: { AUTH_MODE: 'jwt', JWT_SECRET: jwtSecret } });
    const tokenOf = (userId: string, role: string, seconds: number) =>
      new SignJWT({ role })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(userId)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .sign(new TextEncoder().encode(jwtSecret));
    const as = async (userId: string, role: string, seconds: number) =>
      follow({ Authorization: `Bearer ${await tokenOf(userId, role, seconds)}` });
    const short = await as('ms-lee', 'teacher', 10);
    const [long, all] = [await as('ms-new', 'teacher', 600), await as('root', 'admin', 600)];
    const beats = () => short.comments.filter((line) => line === ': still here').length;
    while (beats() < 3 || Number(long.lastId()) === 0) await wait(20);
    expect(Number(long.lastId())).toBeGreaterThan(Date.now() - 60_000);
    await short.ended;

    const admin = api.as('root', 'admin').set('Authorization', `Bearer ${await tokenOf('root', 'admin', 600)}`);
    const give = (teacher_id: string) => admin.patch('/api/v1/classes/b1').send({ teacher_id }).expect(200);
    // Everybody on a process is told in one go: once the admin has heard, the teacher has or never will.
    const hears = async (): Promise<boolean> => {
      const set = await world.makeExerciseSet();
      await all.until(isSet(set.id));
      await wait(100);
      return long.events.some(isSet(set.id));
    };
    expect(await hears()).toBe(false);
    await give('ms-new');
    while (!(await hears()));
    await give('ms-lee');
    while (await hears());
  });

  test('who looks at a class hears that a learner of it practises; who does not asks nothing of it', async () => {
    const { api, follow } = await start();
    const looking = await follow(teacher, '?practice_in=b1');
    const atDesk = await follow(teacher);
    const stranger = await follow({ 'X-User-Id': 'mr-kim', 'X-User-Role': 'teacher' }, '?practice_in=b1');
    const statements: string[] = [];
    const count = ({ sql }: { sql: string }) => statements.push(sql);
    const { id, itemIds } = await world.startSession('grammar_challenge');
    const given = await answer(api.as('mia'), id, { item_id: itemIds[0], is_correct: true, attempts: 1 });
    expect(given.status).toBeLessThan(300);
    const told = await looking.until(({ event }) => event === 'practice');
    expect(told.data).toEqual({ id: 'mia', class_id: 'b1', status: 'practised' });
    const set = await world.makeExerciseSet();
    await atDesk.until(isSet(set.id));
    expect([...atDesk.events, ...stranger.events].filter(({ event }) => event === 'practice')).toEqual([]);
    looking.leave();
    stranger.leave();
    await wait(300);
    database().db.on('query', count);
    await wait(5 * quick.everyMs);
    database().db.removeListener('query', count);
    expect(statements.filter((sql) => sql.includes('item_reports'))).not.toEqual([]);
    expect(statements.filter((sql) => sql.includes('user_game_stats'))).toEqual([]);
  });

  test('learners who name a class ask nothing of its practice', async () => {
    const { api } = await start();
    const statements: string[] = [];
    const count = ({ sql }: { sql: string }) => statements.push(sql);
    const ask = (userId: string, role: 'student' | 'teacher') =>
      api.as(userId, role).get('/api/v1/events').query({ live: 'false', practice_in: 'b1' }).expect(200);
    database().db.on('query', count);
    await ask('mia', 'student');
    expect(statements.filter((sql) => sql.includes('user_game_stats'))).toEqual([]);
    await ask('ms-lee', 'teacher');
    database().db.removeListener('query', count);
    expect(statements.filter((sql) => sql.includes('user_game_stats'))).not.toEqual([]);
  });

  test('so much practice that it cannot be told leaves everything else told one by one', async () => {
    const { db } = database();
    const at = new Date();
    const students = Array.from({ length: mostNews }, (_, i) => `crowd-${i}`);
    await new ClassRepository(db).add({ id: 'crowd', name: 'Crowd', teacher_id: 'ms-lee', students });
    const stats = students.map((user_id) => ({ user_id, game_type: 'flashcards', sessions: 1, last_played_at: at }));
    await db.batchInsert('user_game_stats', stats, 100);
    const set = await world.makeExerciseSet();
    const read = createNewsReader(db, () => world.api.context.lessonParts().news);
    const news = await read(new Date(at.getTime() - 1000), ['crowd', 'b1']);
    await db('user_game_stats').whereIn('user_id', students).delete();
    await new ClassRepository(db).delete('crowd');
    expect(news?.map(({ id }) => id)).toContain(set.id);
    expect(news?.filter(({ kind }) => kind === 'practice')).toEqual([]);
  });

  test('forty who look cost what one costs: one look at the databases each time; nobody costs nothing', async () => {
    const reads: number[] = [];
    const { follow } = await start({ reads });
    const statements: string[] = [];
    const count = ({ sql }: { sql: string }) => statements.push(sql);
    const requests: string[] = [];
    const { fetch: own } = globalThis;
    const readers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => follow({ ...teacher, 'X-User-Id': `teacher-${i}` })),
    );
    await wait(300);
    database().db.on('query', count);
    globalThis.fetch = (input, init) => {
      requests.push(String(input instanceof Request ? input.url : input));
      return own(input, init);
    };
    reads.splice(0);
    while (reads.length < 6) await wait(20);
    globalThis.fetch = own;
    database().db.removeListener('query', count);
    // One look may have been under way at the beginning.
    const asked = reads.length;
    expect(statements.filter((sql) => sql.includes('item_reports')).length).toBeLessThanOrEqual(asked + 1);
    expect(statements.length).toBeLessThanOrEqual(asked + 1);
    expect(requests.length).toBeLessThanOrEqual(2 * (asked + 1));
    for (const reader of readers) reader.leave();
    // Each of them leaves in its own time; then nobody asks any more.
    do {
      reads.splice(0);
      await wait(5 * quick.everyMs);
    } while (reads.length > 0);
    await wait(5 * quick.everyMs);
    expect(reads).toEqual([]);
  });

  test('one person holds ten streams; the next one is told to look by itself', async () => {
    const { follow } = await start();
    for (let i = 0; i < 10; i += 1) expect((await follow(teacher)).response.status).toBe(200);
    const refused = await follow(teacher);
    expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await follow({ 'X-User-Id': 'mr-kim', 'X-User-Role': 'teacher' })).response.status).toBe(200);
  });
});

test('a process that stops ends its streams at once', async () => {
  const database = await createTestDatabase('sqlite');
  const settings = loadSettings({ NODE_ENV: 'test', LOG_LEVEL: 'error', RATE_LIMIT_ENABLED: 'false', PORT: '0' });
  let port = 0;
  const log = { debug: () => undefined, warn: () => undefined, error: () => undefined, close: async () => undefined };
  const info = (_: string, fields?: { port?: number }) => {
    port = fields?.port ?? port;
  };
  const web = await createWebProcess(settings, { db: database.db, log: { ...log, info } as never });
  await web.start();
  const reader = await readEvents(`http://127.0.0.1:${port}/api/v1/events`, teacher);
  expect(reader.response.status).toBe(200);
  const began = performance.now();
  await Promise.all([web.stop(), reader.ended]);
  expect(performance.now() - began).toBeLessThan(2000);
  await database.drop();
});

test('while the databases are away nothing is lost: what changed then is told when they are back', async () => {
  let isAway = false;
  const stored: { at: number; news: News }[] = [];
  const feed = new NewsFeed(
    async (since) => {
      if (isAway) throw new Error('away');
      return stored.filter(({ at }) => at >= since.getTime()).map(({ news }) => news);
    },
    { warn: () => undefined, info: () => undefined },
    { everyMs: 20, overlapMs: 50 },
  );
  const told: string[] = [];
  const end = feed.listen((news) => told.push(...(news ?? []).map(({ id }) => id)));
  const store = (id: string) => {
    const news = {
      kind: 'set',
      id,
      classId: 'c',
      learnerId: null,
      status: 's',
      revision: 1,
      lessonId: 'l',
      version: '1',
    } as const;
    stored.push({ at: Date.now(), news });
  };
  store('before');
  await wait(100);
  isAway = true;
  store('while away');
  await wait(200);
  isAway = false;
  await wait(100);
  end();
  expect(told).toEqual(['before', 'while away']);
});
