#!/usr/bin/env node
// Supabase Lite as a service of its own, for docker-compose.yml: a trial without a Supabase project. `--check` tells whether it answers.
import { join } from 'node:path';
import { startSupabaseLite } from './lib/supabase-lite.mjs';

const { SUPABASE_KEY: secretKey, SUPABASE_LITE_PORT = '54321', DATA_DIR = '/data', PUBLIC_URL } = process.env;
const port = Number(SUPABASE_LITE_PORT);

async function check() {
  const url = `http://127.0.0.1:${port}/rest/v1/zoom_summaries?select=id&limit=1`;
  const answered = await fetch(url, { headers: { apikey: secretKey }, signal: AbortSignal.timeout(2500) });
  if (!answered.ok) throw new Error(`It answers ${answered.status}.`);
}

async function serve() {
  const onLine = (line) => console.log(line);
  const lite = await startSupabaseLite({
    folder: join(DATA_DIR, 'supabase'),
    port,
    host: '0.0.0.0',
    secretKey,
    siteUrl: PUBLIC_URL,
    onLine,
  });
  console.log(`Supabase Lite listens on port ${port}.`);
  lite.child.once('exit', (code) => {
    process.exitCode ??= code ?? 1;
  });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      process.exitCode = 0;
      lite.close();
    });
}

if (!secretKey) {
  console.error('SUPABASE_KEY must name the secret key that the processes will use.');
  process.exitCode = 1;
} else {
  await (process.argv.includes('--check') ? check() : serve());
}
