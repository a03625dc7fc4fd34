import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Scan = z.object({
  files: z.array(z.object({ classId: z.string().nullable(), name: z.string() })),
  barred: z.array(z.string()),
});

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

/** Scans in a process of somebody without rights: root may read everything. */
function scanAsNobody(): z.infer<typeof Scan> {
  // A copy beside the inbox: the checkout itself may be closed to others.
  const module = join(inbox, 'done', 'inbox-scan.ts');
  mkdirSync(join(inbox, 'done'));
  copyFileSync(new URL('./inbox-scan.ts', import.meta.url), module);
  const script = `import(${JSON.stringify(module)}).then(async (m) => console.log(JSON.stringify(await m.scanInbox(${JSON.stringify(inbox)}))))`;
  const said = execFileSync(process.execPath, ['--experimental-strip-types', '--no-warnings', '-e', script], {
    cwd: '/',
    encoding: 'utf8',
    ...(process.geteuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
  });
  return Scan.parse(JSON.parse(said));
}

test('what may not be read or moved away is named, and the rest is found all the same', () => {
  put('open', 'lesson.vtt');
  put('closed', 'lesson.vtt', 0o700);
  put('read-only', 'lesson.vtt', 0o755);
  put('mixed', 'secret.vtt', 0o777, 0o600);
  put('mixed', 'lesson.vtt');
  if (process.geteuid?.() !== 0) for (const name of ['closed', 'read-only']) chmodSync(join(inbox, name), 0o000);
  if (process.geteuid?.() !== 0) chmodSync(join(inbox, 'mixed', 'secret.vtt'), 0o000);
  const { files, barred } = scanAsNobody();
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
