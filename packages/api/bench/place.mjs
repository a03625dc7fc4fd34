import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the benchmark's database is; the same variables as for the tests. */
export const mysql = {
  host: process.env.TEST_MYSQL_HOST ?? '127.0.0.1',
  port: Number(process.env.TEST_MYSQL_PORT ?? 3306),
  user: process.env.TEST_MYSQL_USER ?? 'root',
  password: process.env.TEST_MYSQL_PASSWORD ?? '',
  database: process.env.BENCH_DATABASE ?? 'tulkka_bench',
};

export const dataDir = join(tmpdir(), `tulkka-bench-${randomUUID()}`);

/** The service's environment: limits off, everything else as in production on a private network. */
export const serviceEnv = {
  NODE_ENV: 'production',
  AUTH_MODE: 'trusted',
  TRUSTED_IN_PRODUCTION: 'true',
  RATE_LIMIT_ENABLED: 'false',
  LOG_LEVEL: 'error',
  DATA_DIR: dataDir,
  // Production wants a lessons database; the games never call it.
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_KEY: 'unused',
  MYSQL_HOST: mysql.host,
  MYSQL_PORT: String(mysql.port),
  MYSQL_USER: mysql.user,
  MYSQL_PASSWORD: mysql.password,
  MYSQL_DATABASE: mysql.database,
};

export const users = 1000;
export const userName = (i) => `u${String(i).padStart(4, '0')}`;
