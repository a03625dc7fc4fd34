import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, startSupabaseLite } from '../../scripts/lib/supabase-lite.mjs';
import { supabaseTemplate } from './supabase-template.ts';

/** Where the tests find a PostgreSQL server that they may create databases on; npm test sets it after looking for one. */
const postgresUrl = process.env.TEST_POSTGRES_URL ?? '';

export type Backend = 'pglite' | 'postgres';

/** The backends to test on this machine: embedded always, PostgreSQL where a server was found. */
export const backends: Backend[] = postgresUrl === '' ? ['pglite'] : ['pglite', 'postgres'];

/** A Supabase Lite of a test file's own. */
export interface TestSupabase {
  url: string;
  key: string;
  /** The key that browsers know, and the secret that signs the tokens of those who sign in. */
  publishable: string;
  jwtSecret: string;
  /** What it would have mailed, eldest first. */
  mails: readonly string[];
  close(): Promise<void>;
}

/** Starts Supabase Lite with our migrations on an empty database; `storage` as well where it is wanted. */
export async function startTestSupabase(backend: Backend = 'pglite', { storage = false } = {}): Promise<TestSupabase> {
  const name = `tulkka_test_${randomBytes(6).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  if (backend === 'postgres') await onServer((client) => client.query(`create database ${name}`));
  const database = backend === 'postgres' ? { postgresUrl: `${postgresUrl.replace(/\/[^/]*$/, '')}/${name}` } : {};
  const mails: string[] = [];
  const onLine = (line: string): void => {
    if (line.startsWith('e-mail')) mails.push(line);
  };
  const template = backend === 'pglite' ? await supabaseTemplate() : null;
  if (template !== null) cpSync(template, join(folder, 'pglite'), { recursive: true });
  const lite = await startSupabaseLite({ folder, port: await freePort(), ...database, storage, onLine });
  const close = async (): Promise<void> => {
    await lite.close();
    if (backend === 'postgres')
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    rmSync(folder, { recursive: true, force: true });
  };
  const { url, key, publishable, jwtSecret } = lite;
  return { url, key, publishable, jwtSecret, mails, close };
}

async function onServer(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

/** Runs the same tests on every backend, each on a Supabase Lite of its own. */
export function onEverySupabase(define: (supabase: () => TestSupabase, backend: Backend) => void): void {
  describe.each(backends)('on Supabase Lite with %s', (backend) => {
    let supabase: TestSupabase | undefined;
    beforeAll(async () => {
      supabase = await startTestSupabase(backend);
    }, 90_000);
    afterAll(() => supabase?.close());
    define(() => {
      if (!supabase) throw new Error('Supabase Lite is there from beforeAll on.');
      return supabase;
    }, backend);
  });
}
