// What `npm start` runs on: the person's own settings first, embedded parts for what is left open.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { requireFolder } from './folders.mjs';
import { StartError } from './start-error.mjs';
import { freePort } from './supabase-lite.mjs';
import { root } from './toolchain.mjs';

/** Where the embedded Supabase listens when nobody asks for another port and this one is free. */
const usualLitePort = 54_321;

const setOnly = (env) => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

/** The person's variables: the environment, then `.env` of the project, empty ones left out. */
export function readPersonsEnv() {
  return { ...setOnly(readEnvFile(join(root, '.env'))), ...setOnly(process.env) };
}

function readEnvFile(file) {
  if (!existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartError(`${file} cannot be read (${error.code}): give it to the user that starts this, or remove it.`);
  }
}

/** Chooses ports and folders, and checks that they can be used. */
export async function chooseSettings(env) {
  const dataDir = resolve(root, env.DATA_DIR ?? '.data');
  const inboxDir = resolve(root, env.INBOX_DIR ?? 'inbox');
  const port = env.PORT === '0' ? await freePort() : Number(env.PORT ?? 8000);
  requireFolder(dataDir, 'DATA_DIR');
  requireFolder(inboxDir, 'INBOX_DIR');
  if (!env.SUPABASE_URL) await requireUnused(dataDir);
  await requireFree(port, 'PORT', 'the web process');
  const litePort = env.SUPABASE_URL ? null : await chooseLitePort(env.SUPABASE_LITE_PORT, port);
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

/** The port that was asked for, and no other; else the usual one, or any free one where that is taken. */
async function chooseLitePort(asked, webPort) {
  if (asked) {
    await requireFree(Number(asked), 'SUPABASE_LITE_PORT', 'the embedded Supabase Lite');
    return Number(asked);
  }
  const usual = usualLitePort !== webPort && (await whyNotFree(usualLitePort)) === null;
  return usual ? usualLitePort : freePort();
}

/** Embedded databases can be open once: a second stack on the same folder, if only on other ports, would ruin them. */
async function requireUnused(dataDir) {
  const file = join(dataDir, 'stack.env');
  const last = readEnvFile(file);
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
    `The stack of ${dataDir} is running already, at http://127.0.0.1:${last.PORT}. End it first, or start another one with data and an inbox of its own: DATA_DIR=.data-2 INBOX_DIR=inbox-2 PORT=${Number(last.PORT) + 1} npm start`,
  );
}

/** The error of listening on a port, or null where it is free. */
function whyNotFree(port) {
  return new Promise((done) => {
    const server = createServer().once('error', done);
    server.listen(port, '0.0.0.0', () => server.close(() => done(null)));
  });
}

const another = (port) => (port < 1024 ? 8080 : port < 65_535 ? port + 1 : port - 1);

async function requireFree(port, variable, user) {
  const error = await whyNotFree(port);
  if (error === null) return;
  if (error.code === 'EADDRINUSE') {
    throw new StartError(
      `Port ${port}, which ${user} needs, is taken. Is the stack running already? If not, end what uses the port, or choose another: ${variable}=${another(port)} npm start`,
    );
  }
  throw new StartError(
    `Port ${port} cannot be used (${error.message}). Choose another: ${variable}=${another(port)} npm start`,
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
  const database = Object.keys(chosen).filter((name) => /^(MYSQL|JAWSDB|CLEARDB|STACKHERO)_|^DATABASE_URL$/.test(name));
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
