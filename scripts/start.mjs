#!/usr/bin/env node
// npm start: everything on one machine, in one terminal. No key, no server, no edit needed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { banner, shellOf } from './lib/banner.mjs';
import { findSettingsProblem } from './lib/check-settings.mjs';
import { paint, shown } from './lib/colours.mjs';
import { prepare } from './lib/prepare.mjs';
import { findSampleSet, placeSamples, publishEarlierSample } from './lib/sample-lesson.mjs';
import { chooseSettings, forgetStackEnv, readPersonsEnv, writeStackEnv } from './lib/stack-settings.mjs';
import { StartError } from './lib/start-error.mjs';
import { startSupabaseLite } from './lib/supabase-lite.mjs';
import { supervise } from './lib/supervise.mjs';
import { findNode, root, toolEnv } from './lib/toolchain.mjs';

const help = `npm start  (= ./start_all.sh, start_all.bat)
  Starts web, fetcher and worker, and whatever database is not set in the environment or .env:
  without SUPABASE_URL an embedded Supabase Lite, without MYSQL_HOST SQLite.
  Useful: PORT=8001 npm start · MYSQL_HOST=127.0.0.1 npm start · every variable: .env.example`;

/** Our processes get this long to drain; the whole stack is gone within 25 s. */
const drainMs = 21_000;
const processes = [
  { name: 'web', colour: 36, file: 'packages/api/dist/main.js' },
  { name: 'fetcher', colour: 35, file: 'packages/fetcher/dist/main.js' },
  { name: 'worker', colour: 33, file: 'packages/processor/dist/main.js' },
];

const write = (line) => process.stdout.write(`${line}\n`);
const running = [];
let lite = null;
let ending = null;

/** Ends everything, the databases last. */
function end(code) {
  process.exitCode = code;
  ending ??= (async () => {
    await Promise.all(running.map((child) => child.stop(drainMs)));
    await lite?.close();
  })();
  return ending;
}

function runToEnd(file, env) {
  const result = spawnSync(findNode(), [join(root, file)], {
    cwd: root,
    env: toolEnv(findNode(), { ...env, NODE_NO_WARNINGS: '1' }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = String(result.stderr).trim();
  if (result.status !== 0) throw new StartError(said || `${file} ended with ${result.signal ?? result.status}.`);
  if (said) write(said);
}

async function startLite(chosen) {
  const folder = join(chosen.dataDir, 'supabase');
  const onLine = (line) => write(`${paint(32, 'lessons')} │ ${line}`);
  const siteUrl = `http://127.0.0.1:${chosen.port}`;
  lite = await startSupabaseLite({ folder, port: chosen.litePort, siteUrl, onLine });
  lite.child.once('exit', (code, signal) => {
    if (ending) return;
    onLine(`ended (${signal ?? code}); starting it again`);
    startLite(chosen).catch((error) => {
      write(error.message);
      end(1);
    });
  });
  return {
    SUPABASE_URL: lite.url,
    SUPABASE_KEY: lite.key,
    SUPABASE_LITE_PORT: String(chosen.litePort),
    ...(chosen.signsOwnTokens ? {} : signIn(lite)),
  };
}

/** People sign in at the embedded server, the sample people among them. */
const signIn = ({ publishable, jwtSecret, samplePassword }) => ({
  SUPABASE_PUBLISHABLE_KEY: publishable,
  JWT_SECRET: jwtSecret,
  JWT_AUDIENCE: 'authenticated',
  SAMPLE_PASSWORD: samplePassword,
});

/** How to sign in, for the banner. */
const signInOf = (env) => (env.SAMPLE_PASSWORD ? { url: env.SUPABASE_URL, password: env.SAMPLE_PASSWORD } : null);

/** Which MySQL the games are on, or null where none is named. */
function gamesOf({ MYSQL_HOST: host, ...env }) {
  if (host) return `MySQL at ${host}`;
  const addresses = Object.keys(env).filter((name) => /^(MYSQL|DATABASE|JAWSDB|CLEARDB|STACKHERO)_/.test(name));
  const named = addresses.find((name) => /^(mysql2?|mariadb):/.test(env[name]) || /^STACKHERO_M\w+_HOST$/.test(name));
  return named ? `MySQL, as ${named} says` : null;
}

async function answers(url, withinMs) {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline && !ending; ) {
    const found = await url();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
}

async function start() {
  const persons = readPersonsEnv();
  const problem = findSettingsProblem(persons);
  if (problem) throw new StartError(problem);
  const chosen = await chooseSettings(persons);
  prepare();
  if (ending) return;
  forgetStackEnv(chosen.dataDir);
  const embedded = chosen.litePort === null ? {} : await startLite(chosen);
  const env = { ...persons, ...chosen.env, ...embedded, ...(shown ? { FORCE_COLOR: '1' } : {}) };
  if (ending) return;
  runToEnd('packages/shared/dist/commands/migrate.js', env);
  runToEnd('packages/shared/dist/commands/seed.js', env);
  if (env.SAMPLE_PASSWORD) runToEnd('packages/shared/dist/commands/sample-people.js', env);
  placeSamples(chosen.dataDir, chosen.inboxDir);
  const stackFile = writeStackEnv(chosen.dataDir, env);
  const onGivenUp = (name, code, said) => {
    write(`The ${name} process could not be kept running (code ${code}).${said ? ` It said:\n${said}` : ''}`);
    end(1);
  };
  for (const { name, colour, file } of processes) {
    running.push(
      supervise({ name, colour, args: [join(root, file)], env: { ...env, NODE_NO_WARNINGS: '1' }, write, onGivenUp }),
    );
  }
  const baseUrl = `http://127.0.0.1:${chosen.port}`;
  const alive = () =>
    fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(2000) }).then(
      (r) => r.ok,
      () => false,
    );
  if (!(await answers(alive, 60_000))) return;
  // With tokens required nobody can approve on the teacher's behalf: the lesson then waits like the other.
  const needsToken = env.AUTH_MODE === 'jwt';
  if (!needsToken) await answers(() => publishEarlierSample(baseUrl, chosen.dataDir), 45_000);
  const set = needsToken ? null : await answers(() => findSampleSet(baseUrl), 45_000);
  if (ending) return;
  const lessons = chosen.litePort === null ? persons.SUPABASE_URL : `Supabase Lite at ${env.SUPABASE_URL}`;
  const { inboxDir } = chosen;
  const shell = shellOf(chosen.dataDir);
  const games = gamesOf(persons) ?? `SQLite below ${chosen.dataDir}`;
  write(banner({ baseUrl, set, inboxDir, stackFile, games, lessons, signIn: signInOf(env), needsToken, shell }));
}

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  write(help);
} else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!ending) write('\nEnding…');
      end(process.exitCode ?? 0);
    });
  }
  start().catch((error) => {
    process.stderr.write(`${error instanceof StartError ? error.message : (error.stack ?? error)}\n`);
    end(1);
  });
}
