import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GamesDatabase } from '@tulkka/shared/config';
import { connect, createDatabase, migrateUp } from '@tulkka/shared/database';
import type { Knex } from 'knex';

/** Where the tests find a MySQL server; npm test sets these after looking for one. */
const mysqlHost = process.env.TEST_MYSQL_HOST ?? '';
const mysqlPort = Number(process.env.TEST_MYSQL_PORT ?? 3306);
const mysqlUser = process.env.TEST_MYSQL_USER ?? 'root';
export const mysqlPassword = process.env.TEST_MYSQL_PASSWORD ?? '';

/** MySQL 9 syncs every table that it makes; beside other tests that takes its time. */
const slowestMigrationMs = 120_000;

export type Dialect = GamesDatabase['kind'];

/** The dialects to test on this machine: SQLite always, MySQL where a server was found. */
export const dialects: Dialect[] = mysqlHost === '' ? ['sqlite'] : ['sqlite', 'mysql'];

/** A database of a test file's own, migrated, and the way to be rid of it. */
export interface TestDatabase {
  db: Knex;
  games: GamesDatabase;
  password: string;
  /** Drops the database; call it only when the tests passed, so that a failed one leaves its rows to look at. */
  drop(): Promise<void>;
}

/** Makes an empty, migrated database; `migrated: false` leaves it without tables. */
export async function createTestDatabase(
  dialect: Dialect,
  options: { migrated?: boolean } = {},
): Promise<TestDatabase> {
  const name = `tulkka_test_${randomBytes(6).toString('hex')}`;
  const folder = dialect === 'sqlite' ? mkdtempSync(join(tmpdir(), `${name}-`)) : null;
  const games: GamesDatabase =
    folder === null
      ? {
          kind: 'mysql',
          host: mysqlHost,
          port: mysqlPort,
          user: mysqlUser,
          database: name,
          poolSize: 10,
          tls: 'off',
          tlsCa: null,
        }
      : { kind: 'sqlite', file: join(folder, 'games.sqlite') };
  await createDatabase(games, mysqlPassword);
  const db = connect(games, mysqlPassword);
  if (options.migrated !== false) await migrateUp(db);
  const drop = async (): Promise<void> => {
    if (folder === null) await db.raw('drop database ??', [name]);
    await db.destroy();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  return { db, games, password: mysqlPassword, drop };
}

/**
 * Runs the same tests on every dialect, each in a database of its own that is dropped when all tests passed
 * and kept, with its name printed, when one failed.
 */
export function onEveryDatabase(define: (database: () => TestDatabase, dialect: Dialect) => void): void {
  describe.each(dialects)('on %s', (dialect) => {
    let database: TestDatabase | undefined;
    const current = (): TestDatabase => {
      if (!database) throw new Error('The database is there from beforeAll on.');
      return database;
    };
    beforeAll(async () => {
      database = await createTestDatabase(dialect);
    }, slowestMigrationMs);
    afterAll(async () => {
      if (!aTestFailed()) return database?.drop();
      process.stderr.write(`Kept for a look: ${JSON.stringify(current().games)}\n`);
      await database?.db.destroy();
    });
    define(current, dialect);
  });
}

/** Whether a test of this file failed so far; the test environment sets it. */
function aTestFailed(): boolean {
  return Reflect.get(globalThis, 'testFailed') === true;
}
