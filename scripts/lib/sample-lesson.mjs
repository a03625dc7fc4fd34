// The bundled sample lessons: placed into the inbox on the first start only. The earlier one is published, so that the
// sample student has something to play; the later one waits for the sample teacher.
import { copyFileSync, existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

export const sampleClass = 'demo';

const dayMs = 86_400_000;
const earlier = { title: 'Preparing for a job interview', file: 'earlier.vtt', daysAgo: 7 };
const later = { title: 'Planning a weekend trip', file: 'sample.vtt', daysAgo: 0 };

const asTeacher = { 'x-user-id': `${sampleClass}-teacher`, 'x-user-role': 'teacher' };

/** Puts the samples into inbox/demo, once in the life of this data folder. */
export function placeSamples(dataDir, inboxDir) {
  const folder = join(inboxDir, sampleClass);
  mkdirSync(folder, { recursive: true });
  const mark = join(dataDir, '.sample-placed');
  if (existsSync(mark)) return;
  for (const { title, file, daysAgo } of [earlier, later]) {
    const part = join(folder, `.${title}.vtt.part`);
    copyFileSync(join(root, 'packages', 'shared', 'sample-lesson', file), part);
    const heldAt = new Date(Date.now() - daysAgo * dayMs);
    utimesSync(part, heldAt, heldAt);
    renameSync(part, join(folder, `${title}.vtt`));
  }
  writeFileSync(mark, `${new Date().toISOString()}\n`);
  writeFileSync(join(dataDir, '.sample-to-publish'), '');
}

/** The set of the later sample, which waits for its teacher, or null while there is none. */
export const findSampleSet = (baseUrl) => findSet(baseUrl, later.title);

/** Publishes the earlier sample as its teacher would, once in the life of this data folder. */
export async function publishEarlierSample(baseUrl, dataDir) {
  const mark = join(dataDir, '.sample-to-publish');
  if (!existsSync(mark)) return true;
  const set = await findSet(baseUrl, earlier.title);
  if (set === null) return false;
  const approved =
    set.status !== 'pending_review' ||
    (await call(baseUrl, `/api/v1/exercises/${set.id}/approve`, 'POST').then(
      ({ ok }) => ok,
      () => false,
    ));
  if (approved) renameSync(mark, join(dataDir, '.sample-published'));
  return approved;
}

async function findSet(baseUrl, title) {
  try {
    const body = await (await call(baseUrl, `/api/v1/exercises?class_id=${sampleClass}&limit=20`)).json();
    return body?.data?.find((set) => set.title === title) ?? null;
  } catch {
    return null;
  }
}

const call = (baseUrl, path, method = 'GET') =>
  fetch(`${baseUrl}${path}`, { method, headers: asTeacher, signal: AbortSignal.timeout(5000) });
