import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Env } from './env-reader.ts';

const readFile = (path: string): Env => (existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {});

/** A variable set to nothing counts as unset, so that it does not hide a value from further back. */
const setOnly = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

/**
 * The variables of this process: its own environment, then `.env` of the working folder and, outside production,
 * `$DATA_DIR/stack.env`, which `npm start` writes so that other commands find its databases. The first that sets a
 * variable wins. A stack that is not running is not joined by a process that names its own databases.
 */
export function readEnvironment(): Env {
  // biome-ignore lint/style/noProcessEnv: the one place where the process environment is read
  const own = process.env;
  const env = { ...setOnly(readFile('.env')), ...setOnly(own) };
  if (env.NODE_ENV === 'production') return env;
  const stack = readFile(join(env.DATA_DIR || '.data', 'stack.env'));
  return { ...stack, ...env };
}
