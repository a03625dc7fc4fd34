import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { banner, shellOf } from '../../scripts/lib/banner.mjs';
import { root } from '../harness/test-stack.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tulkka-banner-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linesOn = (platform: NodeJS.Platform): string[] =>
  banner({
    baseUrl: 'http://127.0.0.1:8000',
    set: { id: 'a1', title: 'A trip', total_exercises: 20, status: 'pending_review' },
    inboxDir: 'inbox',
    stackFile: 'stack.env',
    games: 'SQLite',
    lessons: 'Supabase Lite',
    signIn: null,
    needsToken: false,
    shell: shellOf(folder, platform),
  })
    .split('\n')
    .filter((line) => line.includes('curl'));

test('on Windows the banner’s lines hold nothing that cmd and PowerShell read differently', () => {
  const lines = linesOn('win32');
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).toMatch(/^ {2}curl\.exe /);
    expect(line).not.toMatch(/['\\`$%&|<>^]/);
    expect((line.match(/"/g) ?? []).length % 2).toBe(0);
  }
  const [, file = ''] = /-d "@([^"]+)"/.exec(lines.join('\n')) ?? [];
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ game_type: 'sentence_builder' });
});

test('elsewhere they are lines of a POSIX shell', () => {
  const [last = ''] = linesOn('linux').slice(-1);
  const words = execFileSync('sh', ['-c', `set -- ${last}; printf '%s\\n' "$@"`], { encoding: 'utf8' }).split('\n');
  expect(words).toEqual(expect.arrayContaining(['curl', 'X-User-Id: demo-student']));
  expect(words.some((word) => word.startsWith('{"game_type"'))).toBe(true);
});

test('colours are for terminals: into a pipe none are written', () => {
  const script = "import('./scripts/lib/colours.mjs').then(({ bold }) => console.log(JSON.stringify(bold('x'))))";
  expect(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })).toBe('"x"\n');
});

test('start_all.bat looks for Node first and stays open when something fails', () => {
  const lines = readFileSync(join(root, 'start_all.bat'), 'utf8').split(/\r?\n/);
  const at = (part: string): number => lines.findIndex((line) => line.includes(part));
  expect(at('where node')).toBeGreaterThan(0);
  expect(at('where node')).toBeLessThan(at('scripts\\start.mjs'));
  expect(at('pause')).toBeGreaterThan(at(':failed'));
  expect(at('pushd "%~dp0"')).toBeGreaterThan(0);
});
