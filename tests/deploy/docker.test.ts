import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { createTestDatabase, type TestDatabase } from '../harness/test-databases.ts';
import { bareEnv, listProjectFiles, makeCleanFolder, root, runToEnd } from './clean-copy.ts';
import { answersAt, type Dyno, startCommand, until } from './formation.ts';
import { buildStages, inBuildContext, inImage, type Stage } from './image.ts';
import { fieldsOf } from './learners.ts';

if (!process.env.TEST_MYSQL_HOST) process.stderr.write('SKIPPED: the image runs production, which needs MySQL.\n');
const describeWhere = process.env.TEST_MYSQL_HOST ? describe : describe.skip;

describeWhere('the image, each step of its Dockerfile done in a clean folder', () => {
  const clean = makeCleanFolder();
  const running: Dyno[] = [];
  const services = fieldsOf(
    fieldsOf(parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true })).services,
  );
  let stages: Map<string, Stage>;
  let database: TestDatabase;
  let elsewhere: Record<string, string>;

  const stageOf = (name: string): Stage => {
    const stage = stages.get(name);
    if (!stage) throw new Error(`There is no stage ${name}.`);
    return stage;
  };
  const commandOf = (service: string): string[] => {
    const { command } = fieldsOf(services[service]);
    return Array.isArray(command) ? command.map(String) : [];
  };
  /** The image's variables, then the service's, then where things are on this machine. */
  const envOf = (stage: Stage, service: string, port: number): Record<string, string> => {
    const set = Object.fromEntries(
      Object.entries(fieldsOf(fieldsOf(services[service]).environment)).map(([name, value]) => [
        name,
        String(value).replace(/^\$\{\w+:-(.*)\}$/, '$1'),
      ]),
    );
    const data = join(stage.folder, 'data');
    const here = { PORT: String(port), HEALTH_PORT: String(port), DATA_DIR: data, INBOX_DIR: join(data, 'inbox') };
    return bareEnv({ ...stage.env, ...set, ...here, ...elsewhere });
  };
  const start = (stage: Stage, name: string, command: string[], env: Record<string, string>): Dyno => {
    const dyno = startCommand({ name, command, folder: join(stage.folder, stage.workdir), env });
    running.push(dyno);
    return dyno;
  };

  beforeAll(async () => {
    stages = buildStages(clean.folder, listProjectFiles().filter(inBuildContext));
    database = await createTestDatabase('mysql', { migrated: false });
    const { games } = database;
    if (games.kind !== 'mysql') throw new Error('Production runs on MySQL.');
    elsewhere = {
      MYSQL_HOST: games.host,
      MYSQL_PORT: String(games.port),
      MYSQL_USER: games.user,
      MYSQL_PASSWORD: database.password,
      MYSQL_DATABASE: games.database,
      REDIS_URL: process.env.TEST_REDIS_URL ?? '',
      SUPABASE_LITE_PORT: String(await freePort()),
    };
    elsewhere.SUPABASE_URL = `http://127.0.0.1:${elsewhere.SUPABASE_LITE_PORT}`;
  }, 240_000);

  afterAll(async () => {
    for (const dyno of running) dyno.terminate();
    await Promise.all(running.map((dyno) => dyno.ended));
    await database?.drop();
    clean.remove();
  }, 180_000);

  test('carries what runs and nothing else', () => {
    const runtime = stageOf('runtime');
    expect(runtime.user).toBe('node');
    for (const name of ['api', 'fetcher', 'processor'])
      expect(inImage(runtime, `app/packages/${name}/dist/main.js`)).toBe(true);
    for (const path of ['app/packages/api/src', 'app/scripts', 'app/node_modules/.bin/tsc', 'usr/local'])
      expect({ path, there: inImage(runtime, path) }).toEqual({ path, there: false });
    const store = readdirSync(join(runtime.folder, 'app', 'node_modules', '.pnpm'));
    expect(store.filter((name) => /^(typescript|jest|@supabase\+lite|@biomejs)[@+]/.test(name))).toEqual([]);
    const size = runToEnd('du', ['-sm', '--apparent-size', join(runtime.folder, 'app')], '/').split('\t', 1)[0];
    process.stderr.write(`The image adds ${size} MB to its base.\n`);
    expect(Number(size)).toBeLessThan(300);
  });

  test('starts in the order of docker-compose.yml, and every health check tells the truth', async () => {
    const lite = stageOf('supabase-lite');
    const runtime = stageOf('runtime');
    const check = (stage: Stage, env: Record<string, string>): Promise<number | string> =>
      start(stage, 'check', stage.healthcheck, env).ended;
    const liteEnv = envOf(lite, 'supabase-lite', 0);
    expect(await check(lite, liteEnv)).not.toBe(0);
    start(lite, 'supabase-lite', lite.command, liteEnv);
    await until('Supabase Lite is healthy', async () => (await check(lite, liteEnv)) === 0, 60_000);

    const release = start(runtime, 'release', commandOf('release'), envOf(runtime, 'release', 0));
    expect({ code: await release.ended, output: release.output() }).toMatchObject({ code: 0 });

    expect(commandOf('web')).toEqual(runtime.command);
    const processes = [];
    for (const name of ['web', 'fetcher', 'worker']) {
      const port = await freePort();
      const env = envOf(runtime, name, port);
      expect(await check(runtime, env)).not.toBe(0);
      processes.push({ port, env, dyno: start(runtime, name, commandOf(name), env) });
    }
    for (const { env, dyno } of processes)
      await until(`${dyno.name} is healthy`, async () => (await check(runtime, env)) === 0);
    expect(await answersAt(`http://127.0.0.1:${processes[0]?.port}/ready`)).toBe(true);
    expect(await makesExercises(`http://127.0.0.1:${processes[0]?.port}/api/v1`)).toBeGreaterThan(20);
    for (const { dyno } of processes) dyno.terminate();
    expect(await Promise.all(processes.map(({ dyno }) => dyno.ended))).toEqual([0, 0, 0]);
  }, 360_000);
});

/** Puts the sample lesson in, as docs/deploy/docker.md does, and waits for what the worker's container makes of it. */
async function makesExercises(api: string): Promise<number> {
  const headers = { 'X-User-Id': 'teacher', 'X-User-Role': 'teacher' };
  const json = { ...headers, 'Content-Type': 'application/json' };
  await fetch(`${api}/classes`, { method: 'POST', headers: json, body: '{"id":"demo","name":"Demo"}' });
  const form = new FormData();
  form.set('class_id', 'demo');
  const sample = readFileSync(join(root, 'packages', 'shared', 'sample-lesson', 'sample.vtt'));
  form.set('file', new Blob([new Uint8Array(sample)]), 'sample.vtt');
  expect((await fetch(`${api}/lessons`, { method: 'POST', headers, body: form })).status).toBe(201);
  const Sets = z.object({ data: z.array(z.object({ total_exercises: z.number() })) });
  let made = 0;
  await until('the exercises are there', async () => {
    const answer = await fetch(`${api}/exercises?class_id=demo`, { headers });
    if (!answer.ok) return false;
    const { data } = Sets.parse(await answer.json());
    made = data[0]?.total_exercises ?? 0;
    return made > 0;
  });
  return made;
}
