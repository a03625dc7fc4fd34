import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, root, TestStack } from '../harness/test-stack.ts';

const sample = readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'), 'utf8');
const variant = (note: string): string => sample.replace(/^WEBVTT[^\n]*\n/, (head) => `${head}\nNOTE ${note}\n`);

let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite' });
  await stack.start('fetcher');
}, 180_000);

afterAll(() => stack?.close());

const failed = (place: string): string => join(stack.inboxDir, 'failed', place);
const done = (place: string): string => join(stack.inboxDir, 'done', place);

/** The reason beside a refused file. */
const reasonFor = (place: string): Promise<string> =>
  eventually(`failed/${place}`, () => existsSync(failed(place)) && readFileSync(failed(`${place}.error.txt`), 'utf8'));

const taken = (place: string): Promise<boolean> => eventually(`done/${place}`, () => existsSync(done(place)));
const topics = async (): Promise<string[]> =>
  (await stack.lessons.list({ classIds: null, page: 1, limit: 100 })).lessons.map(({ topic }) => topic);

const cue = (n: number, text: string): string => `00:00:0${n}.000 --> 00:00:0${n + 1}.000\n${text}\n\n`;
const large = `WEBVTT\n\n${cue(1, `Ana Ruiz: ${'a long word '.repeat(1_700_000)}`)}`;
const refused: [what: string, name: string, content: string | Uint8Array, reason: RegExp][] = [
  ['an empty file', 'empty.vtt', '', /empty/],
  ['a VTT without cues', 'head-only.vtt', 'WEBVTT\n\n', /no cues|nothing was said/],
  ['a VTT of one cue', 'one-cue.vtt', `WEBVTT\n\n${cue(1, 'Ana Ruiz: Hello?')}`, /one cue/],
  ['a text of one line', 'one-line.txt', 'Ana Ruiz: Hello?\n', /one cue/],
  ['20 MB of text', 'large.vtt', large, /20\.\d MB.*at most 4\.2 MB/],
  ['a binary file', 'binary.vtt', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), /binary/],
  ['a video named as a transcript', 'video.vtt', Buffer.from('\0\0\0\u0018ftypmp42\0\0\0\0'), /video or audio/],
  ['a web page', 'page.vtt', '<!doctype html><html><body>Sign in</body></html>', /web page/],
  ['an unknown ending', 'notes.docx', 'PK', /Only \.vtt, \.txt and audio files.*\.docx/],
  ['no ending', 'notes', 'Ana Ruiz: Hello.\nLeo: Hi.\n', /without an ending/],
];

test('each bad file goes to failed/ with its reason beside it, and the good ones of the same moment become lessons', async () => {
  stack.drop('demo/first.vtt', variant('first'));
  for (const [, name, content] of refused) stack.drop(`demo/${name}`, content);
  stack.drop('demo/last.vtt', variant('last'));

  await taken('demo/first.vtt');
  await taken('demo/last.vtt');
  for (const [what, name, , reason] of refused) {
    const text = await reasonFor(`demo/${name}`);
    expect([what, text]).toEqual([what, expect.stringMatching(reason)]);
    // One sentence for a person, not a dump.
    expect(text.length).toBeLessThan(300);
  }
  expect((await topics()).sort()).toEqual(['first', 'last']);
  expect(readdirSync(join(stack.inboxDir, 'demo'))).toEqual([]);
});

test('letters of Latin-1 and UTF-16 are read as what they are', async () => {
  const lesson = `WEBVTT\n\n${cue(1, 'José Núñez: We met at the café.')}${cue(3, 'Zoë: Très bien, and “good” too.')}`;
  stack.drop('demo/latin1.vtt', Buffer.from(lesson.replace(/[“”]/g, '"'), 'latin1'));
  stack.drop('demo/utf16.vtt', Buffer.from(`\ufeff${lesson}`, 'utf16le'));
  await taken('demo/latin1.vtt');
  await taken('demo/utf16.vtt');
  const { lessons } = await stack.lessons.list({ classIds: ['demo'], page: 1, limit: 100 });
  for (const topic of ['latin1', 'utf16']) {
    const found = lessons.find((lesson) => lesson.topic === topic);
    expect(found?.speakers).toEqual(['José Núñez', 'Zoë']);
    expect((await stack.lessons.get(found?.id ?? '')).transcript).toContain('We met at the café.');
  }
});

test('the same content twice is one lesson, and the second file says which', async () => {
  stack.drop('demo/original.vtt', variant('twin'));
  await taken('demo/original.vtt');
  stack.drop('demo/copy.vtt', variant('twin'));
  stack.drop('other/original.vtt', variant('twin'));
  for (const place of ['demo/copy.vtt', 'other/original.vtt'])
    expect(await reasonFor(place)).toMatch(/same content as the lesson “original”/);
  expect((await topics()).filter((topic) => ['original', 'copy'].includes(topic))).toEqual(['original']);
});

test('a folder whose name cannot be a class is told so, and makes no class', async () => {
  const places = ['class with spaces', '-dash', 'x'.repeat(65)].map((folder) => `${folder}/lesson.vtt`);
  for (const place of places) stack.drop(place, variant(place));
  for (const place of places) expect(await reasonFor(place)).toMatch(/cannot be a class id/);
  // Neither does one whose only file was refused.
  stack.drop('unlucky/empty.vtt', '');
  expect(await reasonFor('unlucky/empty.vtt')).toMatch(/empty/);
  expect((await stack.games.db('classes').pluck('id')).sort()).toEqual(['demo', 'other']);
});

test('a file that grows is left until it stops, however busy the inbox is', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => cue(i % 9, `Ana Ruiz: This is sentence number ${i}.`));
  mkdirSync(join(stack.inboxDir, 'demo'), { recursive: true });
  const growing = join(stack.inboxDir, 'demo', 'growing.vtt');
  writeFileSync(growing, 'WEBVTT\n\n');
  for (const [i, line] of lines.entries()) {
    appendFileSync(growing, line);
    // Each finished file makes the fetcher look again at once.
    for (const twin of ['a', 'b']) stack.drop(`demo/busy-${i}${twin}.vtt`, variant(`busy ${i}${twin}`));
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(existsSync(done('demo/growing.vtt'))).toBe(false);
  }
  await taken('demo/growing.vtt');
  const { lessons } = await stack.lessons.list({ classIds: ['demo'], page: 1, limit: 100 });
  const stored = await stack.lessons.get(lessons.find(({ topic }) => topic === 'growing')?.id ?? '');
  expect(stored.cues).toHaveLength(lines.length);
  for (let i = 0; i < lines.length; i++) for (const twin of ['a', 'b']) await taken(`demo/busy-${i}${twin}.vtt`);
});

test('a file that cannot be taken just now holds up no other, and is taken later', async () => {
  const sound = Buffer.from('sound that finds no room yet');
  const kept = `${createHash('sha256').update(sound).digest('hex')}.m4a`;
  const inTheWay = join(stack.environment().DATA_DIR ?? '', 'audio', 'recordings', kept);
  mkdirSync(inTheWay, { recursive: true });
  stack.drop('demo/stuck.m4a', sound);
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const name of ['after it', 'and another']) stack.drop(`demo/${name}.vtt`, variant(name));
  await taken('demo/after it.vtt');
  await taken('demo/and another.vtt');
  expect(existsSync(join(stack.inboxDir, 'demo/stuck.m4a'))).toBe(true);
  rmSync(inTheWay, { recursive: true });
  await taken('demo/stuck.m4a');
});

test('audio waits for a transcriber and says so; empty audio is refused', async () => {
  stack.drop('demo/sound.m4a', Buffer.from('not really sound'));
  stack.drop('demo/silence.m4a', '');
  expect(await reasonFor('demo/silence.m4a')).toMatch(/audio file is empty/);
  const lesson = await eventually('the audio to say what it waits for', async () => {
    const { lessons } = await stack.lessons.list({ classIds: ['demo'], page: 1, limit: 100 });
    return lessons.find(({ topic, waiting_for }) => topic === 'sound' && waiting_for !== null);
  });
  expect(lesson).toMatchObject({
    status: 'pending_transcript',
    waiting_for: expect.stringMatching(/ASSEMBLYAI_API_KEY/),
  });
});
