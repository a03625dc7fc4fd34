// The bundled sample lesson: placed into the inbox on the first start only, then followed until it can be played.
import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

export const sampleClass = 'demo';
const name = 'Planning a weekend trip.vtt';

/** Puts the sample into inbox/demo, once in the life of this data folder. */
export function placeSample(dataDir, inboxDir) {
  mkdirSync(join(inboxDir, sampleClass), { recursive: true });
  const mark = join(dataDir, '.sample-placed');
  if (existsSync(mark)) return;
  const part = join(inboxDir, sampleClass, `.${name}.part`);
  copyFileSync(join(root, 'packages', 'shared', 'sample-lesson', 'sample.vtt'), part);
  renameSync(part, join(inboxDir, sampleClass, name));
  writeFileSync(mark, `${new Date().toISOString()}\n`);
}

/** The newest set of the sample's class, or null while there is none. */
export async function findSampleSet(baseUrl) {
  try {
    const response = await fetch(`${baseUrl}/api/v1/exercises?class_id=${sampleClass}&limit=1`, {
      headers: { 'x-user-id': `${sampleClass}-teacher`, 'x-user-role': 'teacher' },
      signal: AbortSignal.timeout(3000),
    });
    const body = await response.json();
    return body?.data?.[0] ?? null;
  } catch {
    return null;
  }
}
