import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Knex, { type Knex as KnexType } from 'knex';
import type { GamesDatabase } from '../config/index.ts';
import { watchedDialect } from './dialect.ts';
import type { StatementComments } from './statement-comments.ts';
import { tlsOptions } from './tls-options.ts';

/** A database, or a transaction on it: repositories do not know which. */
export type Db = KnexType | KnexType.Transaction;

/** Milliseconds a statement waits for another connection's lock (SQLite) or for a free connection (MySQL). */
const waitMs = 10_000;

/**
 * An error names the statement, but never the values: what learners wrote has no place in a log. Knex itself writes
 * nothing: what it would print beside our log is thrown to the caller as well.
 */
const discreet = {
  compileSqlOnError: false,
  log: { warn: () => undefined, error: () => undefined, deprecate: () => undefined, debug: () => undefined },
};

/** Errors instead of silently cut values, UTC, and no gap locks: our transactions name the rows that they lock. */
const sessionSettings = [
  "set sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'",
  'set session transaction isolation level read committed',
];

/**
 * Opens the games database. SQLite gets write-ahead logging, foreign keys and a busy timeout; MySQL gets UTC times,
 * utf8mb4, and errors instead of silently cut values. The caller destroys it.
 * @param comments marks each statement with the request it serves
 */
export function connect(games: GamesDatabase, password: string, comments?: StatementComments): KnexType {
  return games.kind === 'sqlite'
    ? connectSqlite(games.file, watchedDialect('better-sqlite3', comments))
    : connectMysql(games, password, watchedDialect('mysql2', comments));
}

function connectSqlite(file: string, client: KnexType.Config['client']): KnexType {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  return Knex({
    ...discreet,
    client,
    connection: { filename: file },
    useNullAsDefault: true,
    acquireConnectionTimeout: waitMs,
    pool: {
      // One connection: SQLite has one writer, and better-sqlite3 answers at once.
      min: 1,
      max: 1,
      afterCreate: (connection: { pragma(text: string): unknown }, done: (error: Error | null) => void) => {
        for (const pragma of [
          'journal_mode = WAL',
          'synchronous = NORMAL',
          'foreign_keys = ON',
          `busy_timeout = ${waitMs}`,
        ]) {
          connection.pragma(pragma);
        }
        done(null);
      },
    },
  });
}

function connectMysql(
  games: Extract<GamesDatabase, { kind: 'mysql' }>,
  password: string,
  client: KnexType.Config['client'],
): KnexType {
  return Knex({
    ...discreet,
    client,
    connection: {
      host: games.host,
      port: games.port,
      user: games.user,
      password,
      database: games.database,
      charset: 'utf8mb4',
      timezone: 'Z',
      supportBigNumbers: true,
      // For `sendTogether`: one round trip instead of one for each statement (docs/adr/0014-statements-sent-together.md).
      multipleStatements: true,
      connectTimeout: waitMs,
      ...tlsOptions(games),
    },
    acquireConnectionTimeout: waitMs,
    pool: {
      min: 0,
      max: games.poolSize,
      // Returns nothing: Knex makes a promise of it, and Node warns where a promise is made of one.
      afterCreate: (connection: MysqlConnection, done: (error: Error | null, connection: unknown) => void) => {
        prepareSession(connection, sessionSettings).then(
          () => done(null, connection),
          (error) => done(error, connection),
        );
      },
    },
  });
}

interface MysqlConnection {
  query(sql: string, done: (error: Error | null) => void): void;
}

async function prepareSession(connection: MysqlConnection, statements: readonly string[]): Promise<void> {
  for (const sql of statements) {
    await new Promise<void>((resolve, reject) => {
      connection.query(sql, (error) => (error ? reject(error) : resolve()));
    });
  }
}
