import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ValidationError } from '../errors/index.ts';
import type { Env } from './env-reader.ts';

/** A variable set to nothing counts as unset, so that it does not hide a value from further back. */
const setOnly = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

/** The variables that a person set: those of the process, then `.env` of the working folder. @throws ValidationError where `.env` may not be read */
export function readOwnEnvironment(): Env {
  // biome-ignore lint/style/noProcessEnv: the one place where the process environment is read
  return { ...setOnly(readFile('.env')), ...setOnly(process.env) };
}

/**
 * The variables of this process: its own environment, then `.env` of the working folder and, outside production,
 * `$DATA_DIR/stack.env`, which `npm start` writes so that other commands find its databases. The first that sets a
 * variable wins. A stack that is not running is not joined by a process that names its own databases.
 * @throws ValidationError where one of the files belongs to somebody else
 */
export function readEnvironment(): Env {
  const env = readOwnEnvironment();
  if (env.NODE_ENV === 'production') return env;
  const stack = readFile(join(env.DATA_DIR || '.data', 'stack.env'));
  return { ...stack, ...env };
}

function readFile(path: string): Env {
  if (!existsSync(path)) return {};
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    const remedy =
      'cannot be read by this user: run the command as the user that the file belongs to, or set DATA_DIR and the variables yourself';
    throw new ValidationError([{ path, message: remedy }], `${path} ${remedy} (${codeOf(error)}).`);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
