// How long the web process keeps others waiting while it takes in large lessons: the longest pause of its event loop
// during each kind of call, in milliseconds. npm run bench -- loop
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadSettings } from '@tulkka/shared/config';
import { connect, migrateUp } from '@tulkka/shared/database';
import { freePort, startSupabaseLite } from '../../../scripts/lib/supabase-lite.mjs';
import { createApp } from '../dist/app.js';
import { createApiContext } from '../dist/context.js';
import { routes } from '../dist/routes/index.js';

/** What one call may cost all others. */
const mostMs = 50;
const resolutionMs = 2;
const staff = { 'X-User-Id': 'ana', 'X-User-Role': 'admin' };

const lessons = new URL('../../processor/tests/lessons/', import.meta.url);

/** A transcript of so many bytes: six of the test lessons again and again, numbered so that each is a recording of its own. */
function transcriptOf(bytes, mark) {
  const texts = readdirSync(lessons)
    .filter((name) => /^[23]\d\.vtt$/.test(name))
    .map((name) => readFileSync(new URL(name, lessons), 'utf8').replace(/^WEBVTT.*\n/, ''));
  let whole = `WEBVTT\n\nNOTE ${mark}\n\n`;
  for (let i = 0; whole.length < bytes; i += 1) whole += `${texts[i % texts.length]}\n`;
  return Buffer.from(whole);
}

function formOf(transcript) {
  const edge = 'edge-of-the-form';
  const part = (name, more = '') => `--${edge}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = `${part('class_id')}bench\r\n${part('file', '; filename="lesson.vtt"')}`;
  const body = Buffer.concat([Buffer.from(head), transcript, Buffer.from(`\r\n--${edge}--\r\n`)]);
  return { body, headers: { 'Content-Type': `multipart/form-data; boundary=${edge}` } };
}

const json = (value) => ({ body: Buffer.from(JSON.stringify(value)), headers: { 'Content-Type': 'application/json' } });

/** Where the lesson stands that was uploaded last. */
let made = '';

const post = (port, path, { body, headers }) => call(port, 'POST', path, headers, body);

function call(port, method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, method, headers: { ...staff, ...headers } }, (response) => {
      let said = '';
      response.on('data', (chunk) => {
        said += chunk;
      });
      response.on('end', () => {
        if (response.statusCode >= 400) console.error(said.slice(0, 400));
        made = response.headers.location ?? made;
        resolve(response.statusCode);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function measure(name, call) {
  await new Promise((resolve) => setTimeout(resolve, 200));
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const started = performance.now();
  const status = await call();
  const took = performance.now() - started;
  delay.disable();
  const longest = delay.max / 1e6 - resolutionMs;
  const verdict = longest > mostMs ? `more than ${mostMs}` : 'fine';
  console.log(
    `${name.padEnd(34)} ${String(status).padEnd(6)} ${took.toFixed(0).padStart(7)} ${longest.toFixed(1).padStart(13)}  ${verdict}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'tulkka-loop-'));
const lite = await startSupabaseLite({ folder: join(folder, 'supabase'), port: await freePort() });
const settings = loadSettings({
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  RATE_LIMIT_ENABLED: 'false',
  DATA_DIR: folder,
  SUPABASE_URL: lite.url,
  SUPABASE_KEY: lite.key,
});
const db = connect(settings.config.games, '');
await migrateUp(db);
const context = await createApiContext(settings, { db });
const server = createServer(createApp(context, routes));
const port = await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
await post(port, '/api/v1/classes', json({ id: 'bench', name: 'Bench', teacher_id: 'ana', students: ['mia'] }));

const upload = (bytes, mark) => {
  const form = formOf(transcriptOf(bytes, mark));
  return () => post(port, '/api/v1/lessons', form);
};
const generate = (bytes, mark) => {
  const body = json({ lesson_number: 1, transcript: transcriptOf(bytes, mark).toString() });
  return () => post(port, '/api/v1/process', body);
};
console.log('call                               status   took ms  longest pause');
await measure('upload of 20 kB (starts the thread)', upload(20_000, 'first'));
for (const megabytes of [0.4, 1.6, 1.95]) {
  await measure(`upload of ${megabytes} MB`, upload(megabytes * 1e6, megabytes));
  await measure(`reading the lesson of ${megabytes} MB`, () => call(port, 'GET', made, {}));
}
await measure('process 20 kB (starts the thread)', generate(20_000, 'first'));
for (const megabytes of [0.1, 0.4]) await measure(`process ${megabytes} MB`, generate(megabytes * 1e6, megabytes));

server.closeAllConnections();
server.close();
await context.disposers.dispose((name, error) => console.error(name, error));
await db.destroy();
await lite.close();
rmSync(folder, { recursive: true, force: true });
