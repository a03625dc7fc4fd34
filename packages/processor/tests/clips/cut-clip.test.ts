import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { converted, hasFfmpeg, listen, toneFile } from '../../../../tests/harness/lesson-sound.ts';
import { ClipCutter } from '../../src/clips/cut-clip.ts';

const folder = mkdtempSync(join(tmpdir(), 'tulkka-clips-'));
const store = new FolderAudioStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Twelve voices, one after the other: each speaks two seconds and is silent for one. */
const voices = Array.from({ length: 12 }, (_, i) => ({
  startMs: i * 3000,
  endMs: i * 3000 + 2000,
  hertz: 400 + i * 150,
}));
const lesson = toneFile(36_000, voices);
const hertz = voices.map((voice) => voice.hertz);

const put = (name: string, content: Buffer) => store.put(`recordings/${name}`, Readable.from([content]));
const heardIn = async (name: string) => listen(await buffer(await store.read(name)), hertz);

const forms: [string, string[]][] = [
  ['lesson.m4a', ['-c:a', 'aac', '-b:a', '48k']],
  ['lesson.mp3', ['-c:a', 'libmp3lame', '-b:a', '48k']],
  ['lesson.ogg', ['-c:a', 'libopus', '-b:a', '32k']],
  ['vorbis.ogg', ['-c:a', 'libvorbis']],
  ['lesson.webm', ['-c:a', 'libopus', '-b:a', '32k']],
  ['lesson.flac', ['-c:a', 'flac']],
  ['lesson.aac', ['-c:a', 'aac', '-b:a', '48k']],
  ['film.mp4', ['-f', 'lavfi', '-i', 'color=c=black:s=32x32:r=5:d=36', '-c:a', 'aac', '-shortest', '-c:v', 'mpeg4']],
];

beforeAll(async () => {
  await put('lesson.wav', lesson);
  if (!hasFfmpeg) process.stderr.write('SKIPPED: forms other than WAV are made and heard by ffmpeg.\n');
  for (const [name, args] of hasFfmpeg ? forms : []) {
    converted(lesson, args, join(folder, name));
    await put(name, readFileSync(join(folder, name)));
  }
}, 60_000);

test.each(['lesson.wav', ...(hasFfmpeg ? forms.map(([name]) => name) : [])])(
  'a clip of %s holds the voice that was asked for, and no other',
  async (name) => {
    const cutter = new ClipCutter(store, name, [{ audio_name: `recordings/${name}`, offset_ms: 0 }]);
    for (const { startMs, endMs, hertz: own } of [voices[0], voices[5], voices[11]].filter((voice) => !!voice)) {
      const clip = await cutter.cut('key', startMs, endMs);
      const { lengthMs, msOf } = await heardIn(clip?.audio_name ?? '');
      // A packet has at most 128 ms, and one may stand out at each end.
      expect(Math.abs(lengthMs - 2000)).toBeLessThan(256);
      expect(msOf[own]).toBeGreaterThan(1800);
      expect(Object.entries(msOf).filter(([other, ms]) => Number(other) !== own && ms > 40)).toEqual([]);
    }
    await cutter.close();
  },
);

test('a part of a recording begins where its pause ended', async () => {
  await put('second.wav', toneFile(6000, [{ startMs: 1000, endMs: 3000, hertz: 1450 }]));
  const parts = [
    { audio_name: 'recordings/lesson.wav', offset_ms: 0 },
    { audio_name: 'recordings/second.wav', offset_ms: 600_000 },
  ];
  const cutter = new ClipCutter(store, 'parts', parts);
  const clip = await cutter.cut('key', 601_000, 603_000);
  expect((await heardIn(clip?.audio_name ?? '')).msOf[1450]).toBeGreaterThan(1800);
  // In the pause nothing was recorded.
  expect(await cutter.cut('key', 300_000, 302_000)).toBeNull();
  expect(await cutter.cut('key', 35_000, 37_000)).toBeNull();
  await cutter.close();
});

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('<html>Please sign in to Zoom</html>')],
  ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))],
  ['a head without a body', lesson.subarray(0, 30)],
])('a file with %s has no clips, and breaks nothing', async (name, content) => {
  await put('broken.m4a', content);
  const cutter = new ClipCutter(store, name, [{ audio_name: 'recordings/broken.m4a', offset_ms: 0 }]);
  expect(await cutter.cut('key', 0, 2000)).toBeNull();
  expect([...cutter.problems]).toEqual([['recordings/broken.m4a', 'unreadable']]);
  await cutter.close();
});

test('what is wrong with the sound is told apart: gone, or shorter than its transcript; a pause is not', async () => {
  const problemsOf = async (parts: { audio_name: string; offset_ms: number }[], ...starts: number[]) => {
    const cutter = new ClipCutter(store, 'problems', parts);
    for (const start of starts) await cutter.cut('key', start, start + 2000);
    await cutter.close();
    return Object.fromEntries(cutter.problems);
  };
  const [whole, gone] = ['recordings/lesson.wav', 'recordings/gone.m4a'];
  expect(await problemsOf([{ audio_name: gone, offset_ms: 0 }], 0)).toEqual({ [gone]: 'missing' });
  expect(await problemsOf([{ audio_name: whole, offset_ms: 0 }], 1000)).toEqual({ [whole]: null });
  expect(await problemsOf([{ audio_name: whole, offset_ms: 0 }], 1000, 60_000)).toEqual({ [whole]: 'short' });
  const later = { audio_name: 'recordings/second.wav', offset_ms: 600_000 };
  expect(await problemsOf([{ audio_name: whole, offset_ms: 0 }, later], 300_000)).toEqual({ [whole]: null });
});

(hasFfmpeg ? test : test.skip)('a file that was cut off in the middle has no clips', async () => {
  const whole = readFileSync(join(folder, 'lesson.m4a'));
  await put('half.m4a', whole.subarray(0, whole.length / 2));
  const cutter = new ClipCutter(store, 'half', [{ audio_name: 'recordings/half.m4a', offset_ms: 0 }]);
  expect(await cutter.cut('key', 0, 2000)).toBeNull();
  await cutter.close();
});

test.each([
  ['too short', 1000, 1300],
  ['too long', 1000, 14_000],
  ['backwards', 3000, 1000],
  ['before the beginning', -500, 1500],
  ['behind the end', 35_500, 37_500],
])('a stretch that is %s is not cut', async (_, from, to) => {
  const cutter = new ClipCutter(store, 'wav', [{ audio_name: 'recordings/lesson.wav', offset_ms: 0 }]);
  expect(await cutter.cut('key', from, to)).toBeNull();
  await cutter.close();
});
