import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { connectSupabase, LessonStore } from '@tulkka/shared/lessons';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { keepLines } from '../../shared/tests/zoom/harness.ts';
import { ClassDirectory } from '../src/class-directory.ts';
import { InboxSource } from '../src/sources/inbox.ts';

let database: TestDatabase;
let inboxDir = '';
beforeAll(async () => {
  database = await createTestDatabase('sqlite');
});
afterAll(() => database.drop());
beforeEach(() => {
  inboxDir = mkdtempSync(join(tmpdir(), 'tulkka-inbox-'));
  mkdirSync(join(inboxDir, 'class-1'));
});
afterEach(() => rmSync(inboxDir, { recursive: true, force: true }));

const put = (name: string): string => {
  const path = join(inboxDir, 'class-1', name);
  writeFileSync(path, 'Ana: Hello.');
  return path;
};
const open = (): InboxSource =>
  new InboxSource({
    inboxDir,
    audioStore: new FolderAudioStore(join(inboxDir, 'audio')),
    // Nothing is stored here: this is about what is taken next.
    lessons: new LessonStore(connectSupabase('http://127.0.0.1:9', 'unused')),
    classes: new ClassDirectory(database.db),
    log: keepLines(),
  });

/** What is taken, one after the other, as a process that moves each file away. */
async function takeAll(inbox: InboxSource, quietMs: number, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const file = await inbox.next(quietMs);
    if (file === undefined) await sleep(quietMs);
    else {
      taken.push(file.name);
      mkdirSync(join(inboxDir, 'done'), { recursive: true });
      renameSync(file.path, join(inboxDir, 'done', file.name));
    }
  }
  return taken;
}

test('each file is taken once, whatever one look has found', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `lesson-${i}.vtt`);
  for (const name of names) put(name);
  const taken = await takeAll(open(), 50, names.length);
  expect([...taken].sort()).toEqual([...names].sort());
});

test('a file that grows, or goes, after the look that found it is not taken', async () => {
  const inbox = open();
  const paths = ['a.vtt', 'b.vtt', 'c.vtt', 'd.vtt'].map(put);
  expect(await inbox.next(2000)).toBeUndefined();
  await sleep(2100);
  const one = await inbox.next(2000);
  expect(paths).toContain(one?.path);
  const [going, ...growing] = paths.filter((path) => path !== one?.path);
  unlinkSync(one?.path ?? '');
  unlinkSync(going ?? '');
  for (const path of growing) appendFileSync(path, 'Bob: And more.');
  expect(await inbox.next(2000)).toBeUndefined();
});

test('a full inbox is taken in a time that grows with the files, not with their square', async () => {
  const timeOf = async (count: number): Promise<number> => {
    for (let i = 0; i < count; i += 1) put(`${count}-${i}.vtt`);
    const before = process.cpuUsage();
    await takeAll(open(), 200, count);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  await timeOf(50);
  const once = await timeOf(300);
  // A look for each file would take sixteen times as long.
  expect(await timeOf(1200)).toBeLessThan(9 * once + 100);
}, 60_000);
