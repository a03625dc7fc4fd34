import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const nobody = 65_534;
const Found = z.object({ folders: z.array(z.string()), closed: z.array(z.string()) });
const isRoot = process.geteuid?.() === 0;

let base: string;
let inbox: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tulkka-folders-'));
  chmodSync(base, 0o755);
  inbox = join(base, 'inbox');
  mkdirSync(inbox);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function folder(name: string, mode: number): void {
  mkdirSync(join(inbox, name));
  chmodSync(join(inbox, name), isRoot || mode === 0o777 ? mode : 0o000);
}

/** Looks in a process of somebody without rights: root may do everything. */
function lookAsNobody(path: string): z.infer<typeof Found> {
  const module = join(base, 'closed-folders.ts');
  copyFileSync(new URL('./closed-folders.ts', import.meta.url), module);
  const script = `import(${JSON.stringify(module)}).then(async (m) => console.log(JSON.stringify(await m.findClosedFolders(${JSON.stringify(path)}))))`;
  const said = execFileSync(process.execPath, ['--experimental-strip-types', '--no-warnings', '-e', script], {
    cwd: '/',
    encoding: 'utf8',
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  return Found.parse(JSON.parse(said));
}

test('folders of classes that somebody else closed are named', () => {
  folder('open', 0o777);
  folder('closed', 0o700);
  folder('read-only', 0o755);
  folder('.hidden', 0o700);
  const { folders, closed } = lookAsNobody(inbox);
  expect(folders.sort()).toEqual(['closed', 'open', 'read-only']);
  expect(closed.sort()).toEqual(['closed', 'read-only']);
});

test('an inbox that is not there has no folders', () => {
  expect(lookAsNobody(join(base, 'nowhere'))).toEqual({ folders: [], closed: [] });
});
