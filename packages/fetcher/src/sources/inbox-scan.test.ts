import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanInbox } from './inbox-scan.ts';

const nobody = 65_534;
let inbox = '';

beforeEach(() => {
  inbox = mkdtempSync(join(tmpdir(), 'tulkka-scan-'));
  chmodSync(inbox, 0o777);
});
afterEach(() => rmSync(inbox, { recursive: true, force: true }));

/** A file in the inbox, with the rights of its folder and its own. */
function put(classId: string, name: string, folderMode = 0o777, mode = 0o644): void {
  mkdirSync(join(inbox, classId), { recursive: true });
  writeFileSync(join(inbox, classId, name), 'Ana: Hello.');
  chmodSync(join(inbox, classId, name), mode);
  chmodSync(join(inbox, classId), folderMode);
}

/** Runs as somebody without rights: root may read everything. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const own = process.geteuid?.();
  if (own === 0) process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    if (own === 0) process.seteuid?.(own);
  }
}

test('what may not be read or moved away is named, and the rest is found all the same', async () => {
  put('open', 'lesson.vtt');
  put('closed', 'lesson.vtt', 0o700);
  put('read-only', 'lesson.vtt', 0o755);
  put('mixed', 'secret.vtt', 0o777, 0o600);
  put('mixed', 'lesson.vtt');
  if (process.geteuid?.() !== 0) for (const name of ['closed', 'read-only']) chmodSync(join(inbox, name), 0o000);
  if (process.geteuid?.() !== 0) chmodSync(join(inbox, 'mixed', 'secret.vtt'), 0o000);
  const { files, barred } = await asNobody(() => scanInbox(inbox));
  expect(files.map(({ classId, name }) => `${classId}/${name}`).sort()).toEqual([
    'mixed/lesson.vtt',
    'open/lesson.vtt',
  ]);
  expect(barred.map((path) => path.slice(inbox.length + 1)).sort()).toEqual([
    'closed',
    'mixed/secret.vtt',
    'read-only',
  ]);
  for (const name of ['closed', 'read-only']) chmodSync(join(inbox, name), 0o777);
});
