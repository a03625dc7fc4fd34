// Runs Supabase Lite on loopback: migrations first, then the server, both on the same data.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode, root, toolEnv } from './toolchain.mjs';

const readyWithinMs = 60_000;

/** Below the ports that systems hand out to outgoing connections, so that none of those takes it before we do. */
const ports = { from: 20_000, to: 32_000 };

/** A port that is free now. */
export async function freePort() {
  for (let tries = 0; tries < 20; tries += 1) {
    const port = await listenOnce(ports.from + Math.floor(Math.random() * (ports.to - ports.from))).catch(() => null);
    if (port !== null) return port;
  }
  return listenOnce(0);
}

/** Listens on a port of this machine for a moment; resolves to its number. */
function listenOnce(wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Starts Supabase Lite and resolves when it answers.
 * @param {{ folder: string, port: number, host?: string, secretKey?: string, postgresUrl?: string, storage?: boolean, siteUrl?: string, onLine?: (line: string) => void }} options
 *   folder: where its data, configuration and keys live; host: the address to listen on, loopback unless said otherwise;
 *   secretKey: the key to use from the first start on; postgresUrl: a PostgreSQL database instead of the embedded PGlite;
 *   storage: with its experimental Storage;
 *   siteUrl: where people open the app, for the links in e-mails; onLine: is told what happens, and each e-mail, which
 *   nobody delivers
 * @returns {Promise<{ url: string, key: string, publishable: string, jwtSecret: string, samplePassword: string, child: import('node:child_process').ChildProcess, close: () => Promise<void> }>}
 */
export async function startSupabaseLite({
  folder,
  port,
  host,
  secretKey,
  postgresUrl,
  storage,
  siteUrl,
  onLine = () => {},
}) {
  const keys = prepareFolder(folder, port, { postgresUrl, secretKey, siteUrl });
  await migrate(folder, onLine);
  const child = lite(folder, ['start', '--no-admin', ...(host ? ['--host', host] : [])], onLine, {
    ...(storage ? { EXPERIMENTAL_STORAGE: '1' } : {}),
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  // The channel must not keep our own process alive; closing it ends the server.
  child.channel?.unref();
  try {
    await answers(url, keys.secret, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const close = async () => {
    const runs = child.exitCode === null && child.signalCode === null;
    // Windows knows no polite signal: a closed channel asks the same.
    if (runs && process.platform === 'win32' && child.connected) child.disconnect();
    else if (runs) child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 8000);
    await ended;
    clearTimeout(hard);
  };
  const { secret: key, publishable, jwt: jwtSecret, samples: samplePassword } = keys;
  return { url, key, publishable, jwtSecret, samplePassword, child, close };
}

/** Writes the configuration with keys that stay the same from start to start, and copies the migrations in. */
function prepareFolder(folder, port, { postgresUrl, secretKey, siteUrl = `http://127.0.0.1:${port}` }) {
  mkdirSync(join(folder, 'supabase'), { recursive: true });
  rmSync(join(folder, 'supabase', 'migrations'), { recursive: true, force: true });
  cpSync(join(root, 'supabase', 'migrations'), join(folder, 'supabase', 'migrations'), { recursive: true });
  const keysFile = join(folder, 'keys.json');
  const keys = existsSync(keysFile)
    ? JSON.parse(readFileSync(keysFile, 'utf8'))
    : {
        jwt: randomBytes(32).toString('hex'),
        publishable: `sb_publishable_${randomBytes(16).toString('hex')}`,
        secret: secretKey ?? `sb_secret_${randomBytes(16).toString('hex')}`,
      };
  keys.samples ??= randomBytes(12).toString('base64url');
  writeFileSync(keysFile, JSON.stringify(keys), { mode: 0o600 });
  const database = postgresUrl
    ? { driver: 'postgres', url: postgresUrl }
    : { driver: 'pglite', url: join(folder, 'pglite').replaceAll('\\', '/') };
  const toml = [
    '[api]',
    `port = ${port}`,
    '[db]',
    `driver = ${JSON.stringify(database.driver)}`,
    `url = ${JSON.stringify(database.url)}`,
    '[auth]',
    'enabled = true',
    'enable_signup = true',
    `site_url = ${JSON.stringify(siteUrl)}`,
    `additional_redirect_urls = ${JSON.stringify(waysTo(siteUrl))}`,
    'jwt_expiry = 3600',
    'minimum_password_length = 8',
    `jwt_secret = ${JSON.stringify(keys.jwt)}`,
    `publishable_key = ${JSON.stringify(keys.publishable)}`,
    `secret_key = ${JSON.stringify(keys.secret)}`,
    '',
  ];
  writeFileSync(join(folder, 'supabase', 'config.toml'), toml.join('\n'), { mode: 0o600 });
  return keys;
}

/** How the server begins an e-mail that it prints, for it delivers none. */
const mailMark = /\[@supabase\/lite\] email captured \(not delivered\)/;

/** Every address by which this machine's browsers may open the app: a link may lead back there. */
function waysTo(siteUrl) {
  const url = new URL(siteUrl);
  if (!['127.0.0.1', 'localhost'].includes(url.hostname)) return [];
  return ['127.0.0.1', 'localhost'].map((name) => `${url.protocol}//${name}:${url.port || 80}/**`);
}

function lite(folder, args, onLine, variables = {}) {
  const entry = join(root, 'node_modules', '@supabase', 'lite', 'dist', 'cli', 'index.js');
  const watch = ['--import', pathToFileURL(join(root, 'scripts', 'lib', 'end-with-parent.mjs')).href];
  const child = spawn(findNode(), [...watch, entry, ...args], {
    cwd: folder,
    env: toolEnv(findNode(), { NODE_NO_WARNINGS: '1', ...variables }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A Ctrl-C in the terminal must not end the database before those who use it.
    detached: true,
    windowsHide: true,
  });
  // Its notices repeat what exists already, over many lines; one line of ours says what matters.
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      const [said, ...mails] = String(chunk).split(mailMark);
      for (const line of said.split('\n')) if (/error|failed|denied|➜ Server|Applied/i.test(line)) onLine(line.trim());
      for (const mail of mails) onLine(`e-mail, not delivered ${mail.trim().replaceAll(/\s*\n\s*/g, ' │ ')}`);
    });
  }
  return child;
}

function migrate(folder, onLine) {
  return new Promise((resolve, reject) => {
    const lines = [];
    const child = lite(folder, ['migration', 'up'], (line) => {
      lines.push(line);
      onLine(line);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`Supabase Lite could not apply supabase/migrations:\n${lines.join('\n')}`)),
    );
  });
}

async function answers(url, key, child) {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`Supabase Lite ended at its start with code ${child.exitCode}.`);
    try {
      const response = await fetch(`${url}/rest/v1/zoom_summaries?select=id&limit=1`, {
        headers: { apikey: key },
        signal: AbortSignal.timeout(2000),
      });
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Supabase Lite did not answer at ${url} within ${readyWithinMs / 1000} s.`);
}
