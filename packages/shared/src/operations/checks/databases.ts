import { existsSync } from 'node:fs';
import type { Knex } from 'knex';
import type { GamesDatabase, Settings } from '../../config/index.ts';
import { connect, explainFailure, pendingMigrations, toNumber } from '../../database/index.ts';
import { connectSupabase, LessonArchive, lessonTables } from '../../lessons/index.ts';
import { type Check, type Finding, failed, note, ok, skipped } from './check.ts';

/** Leases are compared with the clocks of all machines: this much apart is still safe. */
const mostSkewMs = 5000;
/** web, fetcher, worker. */
const leastProcesses = 3;
const answerMs = 10_000;

/** Both databases: there, new enough, with their tables, and with the same idea of the time. */
export function databaseChecks({ config, secrets }: Settings): Check[] {
  const { games } = config;
  const useGames = (look: (db: Knex) => Promise<Finding>) => async (): Promise<Finding> => {
    if (games.kind === 'sqlite' && !existsSync(games.file)) {
      return failed(`${games.file} is not there yet`, 'npm start makes it, or npm run db:migrate');
    }
    const db = connect(games, secrets.mysqlPassword);
    try {
      return await look(db);
    } catch (error) {
      const explained = explainFailure(error);
      const said = explained instanceof Error ? explained.message : String(error);
      return failed(said, 'check MYSQL_HOST, MYSQL_PORT, MYSQL_USER, MYSQL_PASSWORD, MYSQL_DATABASE and the server');
    } finally {
      await db.destroy();
    }
  };
  const lessons = { url: config.supabaseUrl, key: secrets.supabaseKey };
  return [
    { name: 'games database', look: useGames((db) => checkServer(db, games)) },
    { name: 'migrations', look: useGames(checkMigrations) },
    {
      name: 'games database’s clock',
      look: () => (games.kind === 'sqlite' ? skipped('the same machine') : useGames(checkGamesClock)()),
    },
    { name: 'lessons database', look: () => checkLessons(lessons) },
    { name: 'lessons database’s clock', look: () => checkLessonsClock(lessons) },
  ];
}

async function checkServer(db: Knex, games: GamesDatabase): Promise<Finding> {
  if (games.kind === 'sqlite') {
    const row = await db.select(db.raw('sqlite_version() as version')).first();
    return ok(`SQLite ${row.version} (${games.file})`);
  }
  const row = await db.select(db.raw('version() as version, @@max_connections as connections')).first();
  const finding = judgeVersion(String(row.version));
  const connections = toNumber(row.connections);
  if (finding.state === 'ok' && connections < games.poolSize * leastProcesses) {
    return note(
      `${finding.detail}; max_connections ${connections}`,
      `${leastProcesses} processes may take ${games.poolSize} each: raise max_connections, or lower MYSQL_POOL_SIZE`,
    );
  }
  return finding;
}

/** Whether a server is one that the games run on, from what `version()` says. */
export function judgeVersion(said: string): Finding {
  const [major = 0, minor = 0] = said.split('.').map((part) => Number.parseInt(part, 10));
  const maria = /mariadb/i.test(said);
  const enough = maria ? major > 10 || (major === 10 && minor >= 11) : major >= 8;
  const detail = `${maria ? 'MariaDB' : 'MySQL'} ${said.replace(/-.*$/, '')}`;
  return enough
    ? ok(detail)
    : failed(detail, 'MySQL 8 or MariaDB 10.11 is the oldest that is supported: upgrade the server');
}

async function checkMigrations(db: Knex): Promise<Finding> {
  const migrated = await db.schema.hasTable('schema_migrations');
  if (!migrated) return failed('no tables yet', 'npm run db:migrate');
  const pending = await pendingMigrations(db);
  return pending.length === 0 ? ok('none pending') : failed(`pending: ${pending.join(', ')}`, 'npm run db:migrate');
}

async function checkGamesClock(db: Knex): Promise<Finding> {
  const before = Date.now();
  const row = await db.select(db.raw('unix_timestamp(now(3)) as seconds')).first();
  const after = Date.now();
  return judgeSkew(toNumber(row.seconds) * 1000 - (before + after) / 2, after - before);
}

/** Whether two clocks agree. @param slackMs how inexact the comparison itself is */
export function judgeSkew(skewMs: number, slackMs: number): Finding {
  const detail = `${(Math.abs(skewMs) / 1000).toFixed(1)} s apart`;
  if (Math.abs(skewMs) - slackMs <= mostSkewMs) return ok(detail);
  return failed(detail, 'set both clocks by NTP: leases would run out too early or too late');
}

interface LessonsAddress {
  url: string | null;
  key: string | null;
}

async function checkLessons({ url, key }: LessonsAddress): Promise<Finding> {
  const remedy = 'set SUPABASE_URL and SUPABASE_KEY, or use npm start, which runs an embedded one';
  if (url === null || key === null) return failed('not configured', remedy);
  if (key.startsWith('sb_publishable_'))
    return failed('SUPABASE_KEY is a publishable key', 'use the secret key (sb_secret_…)');
  const archive = new LessonArchive(connectSupabase(url, key));
  try {
    const counts = await Promise.all(lessonTables.map(async (table) => `${await archive.count(table)} in ${table}`));
    return ok(`${url}: ${counts.join(', ')}`);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failed(
      said,
      'check SUPABASE_URL, that SUPABASE_KEY is the secret key, and that supabase/migrations are applied',
    );
  }
}

async function checkLessonsClock({ url, key }: LessonsAddress): Promise<Finding> {
  if (url === null || key === null) return skipped('not configured');
  const before = Date.now();
  const response = await fetch(`${url}/rest/v1/zoom_summaries?select=id&limit=0`, {
    headers: { apikey: key },
    signal: AbortSignal.timeout(answerMs),
  });
  const after = Date.now();
  const date = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(date)) return skipped('it does not say its time');
  // The header has whole seconds: on the average half of one is cut off.
  return judgeSkew(date + 500 - (before + after) / 2, after - before + 500);
}
