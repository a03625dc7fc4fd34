import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createDatabase, inTransaction, migrateUp, seedStarterContent } from '@tulkka/shared/database';
import { ClassRepository } from '@tulkka/shared/repositories';
import pg from 'pg';
import { findMysql, findPostgres } from '../../../../scripts/lib/find-servers.mjs';
import { freePort, startSupabaseLite } from '../../../../scripts/lib/supabase-lite.mjs';
import { classIds } from './lessons.mjs';

const database = 'tulkka_bench_drain';

/** Both databases as in production: Supabase Lite before a real PostgreSQL, and MySQL. They are made anew and dropped. */
export async function openStack() {
  const [mysql, postgres] = await Promise.all([findMysql(process.env), findPostgres(process.env)]);
  if (!mysql || !postgres)
    throw new Error('This needs a MySQL and a PostgreSQL server: see TEST_MYSQL_HOST, TEST_POSTGRES_URL.');
  const {
    TEST_MYSQL_HOST: host,
    TEST_MYSQL_PORT: port,
    TEST_MYSQL_USER: user,
    TEST_MYSQL_PASSWORD: password,
  } = mysql.env;
  const games = { kind: 'mysql', host, port: Number(port), user, database, poolSize: 5, tls: 'off', tlsCa: null };
  await createDatabase(games, password);
  const db = connect(games, password);
  await db.raw('drop database ??', [database]);
  await db.destroy();
  await createDatabase(games, password);
  const fresh = connect(games, password);
  await migrateUp(fresh);
  await seedStarterContent(fresh);
  for (const id of classIds) {
    const students = [`${id}-one`, `${id}-two`, `${id}-three`];
    await inTransaction(fresh, (t) =>
      new ClassRepository(t).add({ id, name: id, teacher_id: 'teacher', students, auto_approve: true }),
    );
  }
  const server = new pg.Client({ connectionString: postgres.env.TEST_POSTGRES_URL });
  await server.connect();
  await server.query(`drop database if exists ${database} with (force)`);
  await server.query(`create database ${database}`);
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-drain-'));
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const postgresUrl = postgres.env.TEST_POSTGRES_URL.replace(/\/[^/]*$/, `/${database}`);
  const lite = await startSupabaseLite({ folder: join(folder, 'lite'), port: await freePort(), postgresUrl });
  const lessons = new pg.Client({ connectionString: postgresUrl });
  await lessons.connect();
  return {
    inbox,
    lessons,
    litePid: lite.child.pid,
    env: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      AUTH_MODE: 'trusted',
      TRUSTED_IN_PRODUCTION: 'true',
      DATA_DIR: folder,
      INBOX_DIR: inbox,
      SUPABASE_URL: lite.url,
      SUPABASE_KEY: lite.key,
      MYSQL_HOST: host,
      MYSQL_PORT: port,
      MYSQL_USER: user,
      MYSQL_PASSWORD: password,
      MYSQL_DATABASE: database,
    },
    /** Seconds that PostgreSQL spent on statements of the lessons so far; its counters follow within a second. */
    postgresSeconds: async () => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const { rows } = await server.query('select active_time from pg_stat_database where datname = $1', [database]);
      return Number(rows[0]?.active_time) / 1000;
    },
    close: async () => {
      await lessons.end();
      await lite.close();
      await server.query(`drop database if exists ${database} with (force)`);
      await server.end();
      await fresh.raw('drop database ??', [database]);
      await fresh.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
