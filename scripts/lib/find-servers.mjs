// Looks for the servers that tests can use on this machine. Absent ones are said aloud, not passed over.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

const require = createRequire(join(root, 'package.json'));

/** A MySQL or MariaDB server that databases may be created on, as TEST_MYSQL_* variables, or null. */
export async function findMysql(env) {
  const mysql = require('mysql2/promise');
  const host = env.TEST_MYSQL_HOST ?? '127.0.0.1';
  const port = Number(env.TEST_MYSQL_PORT ?? 3306);
  const user = env.TEST_MYSQL_USER ?? 'root';
  const password = env.TEST_MYSQL_PASSWORD ?? '';
  try {
    const connection = await mysql.createConnection({ host, port, user, password, connectTimeout: 3000 });
    const [rows] = await connection.query('select version() as version');
    await connection.end();
    const found = {
      TEST_MYSQL_HOST: host,
      TEST_MYSQL_PORT: String(port),
      TEST_MYSQL_USER: user,
      TEST_MYSQL_PASSWORD: password,
    };
    return { version: rows[0].version, env: found };
  } catch {
    return null;
  }
}

/** A PostgreSQL server that databases may be created on, as TEST_POSTGRES_URL, or null. */
export async function findPostgres(env) {
  const { Client } = require('pg');
  const candidates = env.TEST_POSTGRES_URL
    ? [env.TEST_POSTGRES_URL]
    : ['postgres://root@127.0.0.1:5432/postgres', 'postgres://postgres@127.0.0.1:5432/postgres'];
  for (const url of candidates) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
    try {
      await client.connect();
      const { rows } = await client.query('show server_version');
      await client.end();
      return { version: rows[0].server_version, env: { TEST_POSTGRES_URL: url } };
    } catch {
      await client.end().catch(() => undefined);
    }
  }
  return null;
}

/** A Redis server, as TEST_REDIS_URL, or null. */
export async function findRedis(env) {
  const url = new URL(env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
  const { connect } = await import('node:net');
  const answered = await new Promise((resolve) => {
    const socket = connect(Number(url.port || 6379), url.hostname, () => socket.write('PING\r\n'));
    socket.setTimeout(3000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(String(data).startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
  return answered ? { version: 'answers', env: { TEST_REDIS_URL: url.href } } : null;
}
