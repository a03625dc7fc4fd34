import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect, createDatabase } from '@tulkka/shared/database';
import type { Knex } from 'knex';
import { startTestSupabase, type TestSupabase } from '../harness/test-supabase.ts';
import { copyFiles, listProjectFiles, makeCleanFolder, root, runPnpm } from './clean-copy.ts';
import { answersAt, type Dyno, startFormation, until } from './formation.ts';
import { asSession, callerAs, fieldsOf, Learners, playSession } from './learners.ts';
import { type Router, startRouter } from './router.ts';

const { TEST_MYSQL_HOST, TEST_MYSQL_PORT = '3306', TEST_MYSQL_USER = 'root', TEST_MYSQL_PASSWORD = '' } = process.env;
const { TEST_POSTGRES_URL, TEST_REDIS_URL } = process.env;
const missing = Object.entries({ TEST_MYSQL_HOST, TEST_POSTGRES_URL, TEST_REDIS_URL }).filter(([, value]) => !value);
if (missing.length > 0) {
  const names = missing.map(([name]) => name).join(', ');
  process.stderr.write(`SKIPPED: the Heroku formation needs MariaDB, PostgreSQL and Redis; not set: ${names}.\n`);
}

const secret = randomBytes(32).toString('hex');
const two = { web: 2, fetcher: 2, worker: 2 };
const sample = readFileSync(join(root, 'packages', 'shared', 'sample-lesson', 'sample.vtt'), 'utf8');

/** The platform ends what is still there 30 s after SIGTERM; we promise to be gone within 25. */
const drainWithinMs = 25_000;

const describeWithServers = missing.length === 0 ? describe : describe.skip;

describeWithServers('a Heroku formation of two of each process', () => {
  const database = `tulkka_test_${randomBytes(6).toString('hex')}`;
  const clean = makeCleanFolder();
  const running: Dyno[] = [];
  let supabase: TestSupabase;
  let router: Router;
  let games: Knex;
  let env: Record<string, string>;

  const scale = async (quantities: Record<string, number>): Promise<Dyno[]> => {
    const dynos = await startFormation(clean.folder, quantities, env);
    running.push(...dynos);
    return dynos;
  };
  const webPorts = (dynos: readonly Dyno[]): number[] => dynos.flatMap((dyno) => dyno.port ?? []);
  const listening = async (dynos: readonly Dyno[]): Promise<void> => {
    for (const port of webPorts(dynos))
      await until(`ready at ${port}`, () => answersAt(`http://127.0.0.1:${port}/ready`));
    for (const dyno of dynos.filter(({ port }) => port === null))
      await until(`${dyno.name} runs`, () => dyno.output().includes(`${dyno.type} started`));
  };
  const upload = async (name: string, classId: string): Promise<unknown> => {
    const form = new FormData();
    form.set('class_id', classId);
    // A cue of its own makes it another recording.
    form.set('file', new File([`${sample}\n\n99:00:00.000 --> 99:00:01.000\nLeo: This was ${name}.\n`], `${name}.vtt`));
    return callerAs(router.url, secret, 'office', 'service')('POST', '/lessons', form);
  };
  const statuses = async (classId: string): Promise<unknown[]> => {
    // Somebody else each time: the limits are per person, and this looks often.
    const call = callerAs(router.url, secret, `office-${Math.random()}`, 'service');
    const { lessons } = fieldsOf(await call('GET', `/lessons?class_id=${classId}&limit=100`));
    return Array.isArray(lessons) ? lessons.map((lesson) => fieldsOf(lesson).status) : [];
  };
  const publishedSets = async (classId: string): Promise<unknown> => {
    const call = callerAs(router.url, secret, `office-${Math.random()}`, 'service');
    const { pagination } = fieldsOf(await call('GET', `/exercises?class_id=${classId}&status=published`));
    return fieldsOf(pagination).total;
  };

  beforeAll(async () => {
    copyFiles(listProjectFiles(), clean.folder);
    // The Node buildpack's steps for pnpm: everything, build, and then only what runs.
    runPnpm(clean.folder, ['install', '--prod=false', '--frozen-lockfile'], { NODE_ENV: 'production' });
    runPnpm(clean.folder, ['run', 'build'], { NODE_ENV: 'production' });
    for (const name of [
      '.',
      'packages/shared',
      'packages/processor',
      'packages/fetcher',
      'packages/api',
      'packages/web',
    ])
      rmSync(join(clean.folder, name, 'node_modules'), { recursive: true, force: true });
    runPnpm(clean.folder, ['install', '--prod', '--frozen-lockfile'], { NODE_ENV: 'production' });
    supabase = await startTestSupabase('postgres');
    router = await startRouter();
    env = {
      NODE_ENV: 'production',
      AUTH_MODE: 'jwt',
      JWT_SECRET: secret,
      TRUST_PROXY: '1',
      WEB_CONCURRENCY: '1',
      MYSQL_HOST: TEST_MYSQL_HOST ?? '',
      MYSQL_PORT: TEST_MYSQL_PORT,
      MYSQL_USER: TEST_MYSQL_USER,
      MYSQL_PASSWORD: TEST_MYSQL_PASSWORD,
      MYSQL_DATABASE: database,
      SUPABASE_URL: supabase.url,
      SUPABASE_KEY: supabase.key,
      REDIS_URL: TEST_REDIS_URL ?? '',
      ZOOM_FETCH_INTERVAL: '1',
      ZOOM_POLL_INTERVAL: '0.5',
      // A lesson that a process could not hand back is taken over when its lease has run out.
      LEASE_SECONDS: '15',
    };
    const mysql = {
      kind: 'mysql',
      host: env.MYSQL_HOST ?? '',
      port: Number(TEST_MYSQL_PORT),
      user: TEST_MYSQL_USER,
    } as const;
    const target = { ...mysql, database, poolSize: 2, tls: 'off' as const, tlsCa: null };
    await createDatabase(target, TEST_MYSQL_PASSWORD);
    games = connect(target, TEST_MYSQL_PASSWORD);
  }, 360_000);

  afterAll(async () => {
    for (const dyno of running) dyno.kill();
    await router?.close();
    await supabase?.close();
    await games?.raw('drop database ??', [database]);
    await games?.destroy();
    clean.remove();
  }, 180_000);

  test('two releases that race both succeed, and one of them migrates', async () => {
    const releases = await scale({ release: 2 });
    const codes = await Promise.all(releases.map((dyno) => dyno.ended));
    expect({ codes, output: releases.map((dyno) => dyno.output()) }).toMatchObject({ codes: [0, 0] });
    expect(releases.filter((dyno) => dyno.output().includes('Applied:'))).toHaveLength(1);
    // Released again, as after a change of a config var: nothing to do.
    const [again] = await scale({ release: 1 });
    expect(await again?.ended).toBe(0);
    expect(again?.output()).toMatch(/up to date[\s\S]*"inserted":0/);
  }, 180_000);

  test('learners play, lessons pass through, and a deploy under load loses neither a request nor a lesson', async () => {
    const before = await scale(two);
    await listening(before);
    router.route(webPorts(before));
    const office = callerAs(router.url, secret, 'office', 'service');
    const aClass = { id: 'tuesday-b1', name: 'Tuesday B1', auto_approve: true, students: ['mia'] };
    await office('POST', '/classes', aClass);
    await upload('the first lesson', aClass.id);
    await until('the first lesson is published', async () => (await publishedSets(aClass.id)) === 1);
    const mia = callerAs(router.url, secret, 'mia');
    const own = {
      game_type: 'sentence_builder',
      mode: 'topic',
      reference_id: 'lessons',
      class_id: aClass.id,
      limit: 3,
    };
    expect((await playSession(mia, 'mia', own, ['I', 'love', 'walking'])).results).toBeGreaterThan(0);

    const learners = new Learners(router.url, secret, 4);
    const uploads = Array.from({ length: 12 }, (_, n) => upload(`lesson ${n}`, aClass.id));
    const after = await scale(two);
    await listening(after);
    await Promise.all(uploads.slice(0, 8));
    // New requests go to the new processes from the moment that the old ones are told to end.
    router.route(webPorts(after));
    const toldAt = Date.now();
    for (const dyno of before) dyno.terminate();
    // Heroku may say it more than once.
    setTimeout(() => {
      for (const dyno of before) dyno.terminate();
    }, 200);
    const codes = await Promise.all(before.map((dyno) => dyno.ended));
    const drainedMs = Date.now() - toldAt;
    await Promise.all(uploads);
    const allDone = async (): Promise<boolean> => {
      const all = await statuses(aClass.id);
      return all.length === 13 && all.every((status) => status === 'completed');
    };
    await until('every lesson is done', allDone, 90_000);
    await learners.stop();

    expect(learners.failures).toEqual([]);
    // A second signal may reach a process in its very last moment, when all is done and said.
    for (const [n, dyno] of before.entries()) {
      expect([0, 'SIGTERM']).toContain(codes[n]);
      expect(dyno.output().trim().split('\n').at(-1)).toContain('"message":"stopped"');
    }
    expect(drainedMs).toBeLessThan(drainWithinMs);
    expect(learners.played.length).toBeGreaterThan(10);
    for (const { id, userId, results } of learners.played) {
      const call = callerAs(router.url, secret, userId);
      expect(asSession(await call('GET', `/sessions/${id}`))).toMatchObject({ status: 'completed', current: results });
    }
    // Each lesson once: none lost, none generated twice.
    await until('every set is published', async () => (await publishedSets(aClass.id)) === 13);
    process.stderr.write(
      `Deployed under load: ${learners.played.length} sessions and 13 lessons, the old processes gone after ${drainedMs} ms.\n`,
    );
  }, 360_000);

  test('every line of every process is JSON', async () => {
    const lines = running.filter((dyno) => dyno.type !== 'release').flatMap((dyno) => dyno.output().trim().split('\n'));
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });
});
