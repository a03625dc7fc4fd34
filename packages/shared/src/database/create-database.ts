import mysql from 'mysql2/promise';
import type { GamesDatabase } from '../config/index.ts';
import { tlsOptions } from './tls-options.ts';

/** Creates the MySQL database when it is missing and the user may; on SQLite opening the file is enough. */
export async function createDatabase(games: GamesDatabase, password: string): Promise<void> {
  if (games.kind === 'sqlite') return;
  const { host, port, user, database } = games;
  const login = { host, port, user, password, connectTimeout: 10_000 };
  const connection = await mysql.createConnection({ ...login, ...tlsOptions(games) });
  try {
    const [rows] = await connection.query('select 1 from information_schema.schemata where schema_name = ?', [
      database,
    ]);
    if (Array.isArray(rows) && rows.length > 0) return;
    await connection.query('create database if not exists ?? character set utf8mb4 collate utf8mb4_bin', [database]);
  } finally {
    await connection.end();
  }
}
