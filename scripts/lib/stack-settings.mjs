// What `npm start` runs on: the person's own settings first, embedded parts for what is left open.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { freePort } from './supabase-lite.mjs';
import { root } from './toolchain.mjs';

/** A mistake of the surroundings, told as a sentence with its remedy. */
export class StartError extends Error {}

/** The person's variables: `.env` of the project, then the environment, empty ones left out. */
export function readPersonsEnv() {
  const file = join(root, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return Object.fromEntries(Object.entries({ ...fromFile, ...process.env }).filter(([, value]) => value?.trim()));
}

/** Chooses ports and folders, and checks that they can be used. */
export async function chooseSettings(env) {
  const dataDir = resolve(root, env.DATA_DIR ?? '.data');
  const inboxDir = resolve(root, env.INBOX_DIR ?? 'inbox');
  const port = env.PORT === '0' ? await freePort() : Number(env.PORT ?? 8000);
  const litePort = env.SUPABASE_URL ? null : Number(env.SUPABASE_LITE_PORT ?? 54321);
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(inboxDir, { recursive: true });
  if (litePort !== null) await requireUnused(dataDir);
  await requireFree(port, 'PORT', 'the web process');
  if (litePort !== null) await requireFree(litePort, 'SUPABASE_LITE_PORT', 'the embedded Supabase Lite');
  const settings = {
    DATA_DIR: dataDir,
    INBOX_DIR: inboxDir,
    PORT: String(port),
    LOG_FORMAT: env.LOG_FORMAT ?? 'readable',
  };
  // Whoever signs tokens with a secret or keys of their own goes on doing so.
  const signsOwnTokens = Boolean(env.JWT_SECRET || env.JWT_JWKS_URL);
  return { dataDir, inboxDir, port, litePort, signsOwnTokens, env: settings };
}

/** Embedded databases can be open once: a second stack on the same folder, if only on other ports, would ruin them. */
async function requireUnused(dataDir) {
  const file = join(dataDir, 'stack.env');
  const last = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  if (!last.SUPABASE_LITE_PORT || !last.SUPABASE_KEY) return;
  // Only a stack on this folder knows this folder's key.
  const url = `http://127.0.0.1:${last.SUPABASE_LITE_PORT}/rest/v1/zoom_summaries?select=id&limit=1`;
  const headers = { apikey: last.SUPABASE_KEY };
  const answered = await fetch(url, { headers, signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
  if (!answered) return;
  throw new StartError(
    `The stack of ${dataDir} is running already, at http://127.0.0.1:${last.PORT}. End it first, or start another one with data and an inbox of its own: DATA_DIR=.data-2 INBOX_DIR=inbox-2 PORT=${Number(last.PORT) + 1} SUPABASE_LITE_PORT=${Number(last.SUPABASE_LITE_PORT) + 1} npm start`,
  );
}

async function requireFree(port, variable, user) {
  const error = await new Promise((done) => {
    const server = createServer().once('error', done);
    server.listen(port, '0.0.0.0', () => server.close(() => done(null)));
  });
  if (error === null) return;
  if (error.code === 'EADDRINUSE') {
    throw new StartError(
      `Port ${port}, which ${user} needs, is taken. Is the stack running already? If not, end what uses the port, or choose another: ${variable}=${port + 1} npm start`,
    );
  }
  throw new StartError(
    `Port ${port} cannot be used (${error.message}). Choose another: ${variable}=${port + 1} npm start`,
  );
}

/** Forgets what the last start chose: nothing of it may govern this one. */
export function forgetStackEnv(dataDir) {
  rmSync(join(dataDir, 'stack.env'), { force: true });
}

/** Writes down what was chosen, so that other commands join the same stack. Holds keys: for this user only. */
export function writeStackEnv(dataDir, chosen) {
  const shown = ['PORT', 'DATA_DIR', 'INBOX_DIR', 'SUPABASE_URL', 'SUPABASE_KEY', 'SUPABASE_LITE_PORT', 'AUTH_MODE'];
  const people = ['SUPABASE_PUBLISHABLE_KEY', 'JWT_SECRET', 'JWT_AUDIENCE', 'SAMPLE_PASSWORD'];
  const database = ['MYSQL_HOST', 'MYSQL_PORT', 'MYSQL_USER', 'MYSQL_PASSWORD', 'MYSQL_DATABASE'];
  const lines = [...shown, ...people, ...database]
    .filter((name) => chosen[name])
    .map((name) => `${name}=${quoted(chosen[name])}`);
  const note = '# Written by npm start. Another process joins the stack by reading it; removing it does no harm.';
  const file = join(dataDir, 'stack.env');
  writeFileSync(file, `${note}\n${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}

/** As .env files quote: between double quotes a backslash and an n, as in C:\new, would become a new line. */
function quoted(value) {
  const mark = ["'", '"', '`'].find((candidate) => !value.includes(candidate)) ?? '"';
  return `${mark}${value}${mark}`;
}
