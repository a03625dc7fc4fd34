import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, startSupabaseLite } from '../../scripts/lib/supabase-lite.mjs';

const readyWithinMs = 60_000;

/**
 * The data of an embedded Supabase Lite with our migrations and nothing else, to be copied: making it takes longer than
 * most tests. The first that needs it in a run of npm test makes it; null where a test is run by itself.
 */
export async function supabaseTemplate(): Promise<string | null> {
  const { TEST_RUN_FOLDER: runFolder } = process.env;
  if (runFolder === undefined) return null;
  const ready = join(runFolder, 'supabase-template');
  const making = join(runFolder, 'supabase-making');
  if (existsSync(ready)) return ready;
  try {
    mkdirSync(making);
  } catch {
    // The other worker of this run is at it. Where it fails, this one does without.
    for (const deadline = Date.now() + readyWithinMs; !existsSync(ready); await sleep(100))
      if (Date.now() > deadline) return null;
    return ready;
  }
  const lite = await startSupabaseLite({ folder: making, port: await freePort() });
  await lite.close();
  renameSync(join(making, 'pglite'), ready);
  return ready;
}
