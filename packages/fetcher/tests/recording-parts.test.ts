import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { connectSupabase, LessonQueue, LessonStore } from '@tulkka/shared/lessons';
import { createMetrics, createPipelineMetrics } from '@tulkka/shared/metrics';
import { ClassRepository, RecordingAudioRepository } from '@tulkka/shared/repositories';
import { listen, toneFile } from '../../../tests/harness/lesson-sound.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { type JobResult, startAssemblyai } from '../../../tests/vendors/assemblyai.ts';
import { startZoom, type ZoomFileData } from '../../../tests/vendors/zoom.ts';
import { keepLines, newClient } from '../../shared/tests/zoom/harness.ts';
import { advanceLesson } from '../src/advance-lesson.ts';
import { KeptAudio } from '../src/kept-audio.ts';
import { ZoomFiles } from '../src/sources/zoom-files.ts';
import { AssemblyaiTranscriber } from '../src/transcription/assemblyai.ts';

// A recording that was paused comes in parts; each is fetched as it would be in production, from stand-ins of the vendors.
let supabase: TestSupabase;
let folder: string;
let games: TestDatabase;
let audioStore: FolderAudioStore;
beforeAll(async () => {
  supabase = await startTestSupabase();
  folder = await mkdtemp(join(tmpdir(), 'tulkka-parts-'));
  games = await createTestDatabase('sqlite');
  audioStore = new FolderAudioStore(join(folder, 'sound'));
}, 90_000);
afterAll(async () => {
  await supabase.close();
  await games.drop();
  await rm(folder, { recursive: true, force: true });
});

type Part = { starts: string; vtt?: string; result?: JobResult; sound?: Buffer };

const fileOf = ({ starts, vtt }: Part, i: number): ZoomFileData => ({
  id: `file-${i}`,
  file_type: vtt === undefined ? 'M4A' : 'TRANSCRIPT',
  recording_type: vtt === undefined ? 'audio_only' : 'audio_transcript',
  file_extension: vtt === undefined ? 'M4A' : 'VTT',
  recording_start: `2026-11-20T${starts}Z`,
  recording_end: `2026-11-20T${starts.slice(0, 3)}${String(Number(starts.slice(3, 5)) + 10)}:00Z`,
  content: vtt === undefined ? { zeros: 300 } : { text: vtt },
});

/** The sound of a part, as Zoom has it beside its transcript. */
const soundOf = (part: Part, i: number): ZoomFileData[] =>
  part.sound === undefined
    ? []
    : [{ ...fileOf({ starts: part.starts }, i), id: `sound-${count}-${i}`, content: { bytes: part.sound } }];

let count = 0;
/** Fetches a recording of these parts, and says what became of its lesson. */
async function fetchParts(parts: readonly Part[], classId?: string) {
  const uuid = `parts-${++count}==`;
  const results = parts.flatMap(({ result }) => result ?? []);
  const start = `2026-11-20T${parts[0]?.starts}Z`;
  const meeting = {
    uuid,
    id: 900 + count,
    host_id: 'h',
    topic: 'Parts',
    start_time: start,
    files: parts.flatMap((part, i) => [fileOf(part, i), ...soundOf(part, i)]),
  };
  const zoom = await startZoom({ meetings: [meeting] });
  const assemblyai = await startAssemblyai({ state: { results, queuedPolls: 0, processingPolls: 0 } });
  const connection = connectSupabase(supabase.url, supabase.key);
  const lessons = new LessonStore(connection);
  const { lesson } = await lessons.add({
    recording_id: uuid,
    source: 'zoom',
    topic: 'Parts',
    started_at: start,
    status: 'pending_transcript',
    resume_status: 'pending_transcript',
    ...(classId === undefined ? {} : { class_id: classId }),
  });
  const queue = new LessonQueue(connection, { owner: 'fetcher', leaseSeconds: 60, maxAttempts: 1 });
  const claimed = await queue.claimById(lesson.id, 'pending_transcript');
  if (!claimed) throw new Error('Nobody else claims it.');
  const log = keepLines();
  const { client } = newClient(zoom);
  const config = { baseUrl: assemblyai.url, speechModels: ['universal-2'], languageDetection: false };
  const transcriber = new AssemblyaiTranscriber({ apiKey: assemblyai.state.apiKey, config });
  const steps = {
    queue,
    metrics: createPipelineMetrics(createMetrics('fetcher').registry),
    transcriber,
    audioStore,
    keptAudio: new KeptAudio(games.db),
    zoom: { client, files: new ZoomFiles(client, folder, 1_000_000, log), graceMinutes: 0 },
    patienceSeconds: 60,
    pollSeconds: 0.01,
    maxAttempts: 1,
    retryBaseSeconds: 1,
  };
  await advanceLesson(steps, claimed, log, new AbortController().signal);
  await Promise.all([zoom.close(), assemblyai.close()]);
  return lessons.get(lesson.id);
}

const utterances = (...spoken: [string, string][]): JobResult => ({
  audioSeconds: 60,
  utterances: spoken.map(([speaker, text], i) => ({ speaker, text, start: i * 4000, end: i * 4000 + 3000 })),
});

test('a part in which nobody speaks does not lose the others', async () => {
  const lesson = await fetchParts([
    { starts: '10:00:00', vtt: 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nTom: Hi.\n' },
    { starts: '10:20:00', vtt: 'WEBVTT\n\n' },
    { starts: '10:40:00', vtt: 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nTom: Bye.\n' },
  ]);
  expect(lesson.status).toBe('pending_processing');
  expect(lesson.cues?.map(({ speaker, text, start_ms }) => [speaker, text, start_ms])).toEqual([
    ['Tom', 'Hi.', 1000],
    ['Tom', 'Bye.', 40 * 60_000 + 1000],
  ]);
});

test('the letters of two audio files are four people', async () => {
  const lesson = await fetchParts([
    { starts: '10:00:00', result: utterances(['A', 'Good morning, Leo.'], ['B', 'Yesterday I go to the market.']) },
    { starts: '10:20:00', result: utterances(['A', 'I am back, teacher.'], ['B', 'Welcome back, Leo.']) },
  ]);
  expect(lesson.speakers).toEqual(['Speaker A', 'Speaker B', 'Speaker A (part 2)', 'Speaker B (part 2)']);
  expect(lesson.cues?.at(-1)).toMatchObject({ speaker: 'Speaker B (part 2)', start_ms: 20 * 60_000 + 4000 });
});

test('words without utterances are not lost', async () => {
  const words = ['Good', 'morning.', 'Hello', 'there.'].map((text, i) => ({
    text,
    start: i * 500,
    end: i * 500 + 400,
  }));
  const lesson = await fetchParts([{ starts: '10:00:00', result: { utterances: [], words, audioSeconds: 5 } }]);
  expect(lesson.cues?.map(({ speaker, text }) => [speaker, text])).toEqual([
    [null, 'Good morning.'],
    [null, 'Hello there.'],
  ]);
});

test.each<[string, Part[]]>([
  ['an audio file', [{ starts: '10:00:00', result: { utterances: [], words: [], audioSeconds: 5 } }]],
  ['all parts', [0, 20].map((minute) => ({ starts: `10:${String(minute).padStart(2, '0')}:00`, vtt: 'WEBVTT\n\n' }))],
])('a recording in which nobody speaks fails and says why: %s', async (_, parts) => {
  const lesson = await fetchParts(parts);
  expect(lesson).toMatchObject({ status: 'failed', last_error: expect.stringContaining('nothing was said') });
});

const tone = (hertz: number) => toneFile(3000, [{ startMs: 1000, endMs: 2000, hertz }]);
const line = (text: string) => `WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n${text}\n`;

/** Three parts with pauses between them; the second has words that Zoom did not write down. */
const paused: Part[] = [
  { starts: '10:00:00', vtt: line('Tom: First.'), sound: tone(500) },
  { starts: '10:20:00', result: utterances(['A', 'Second.']) },
  { starts: '10:45:30', vtt: line('Tom: Third.'), sound: tone(1500) },
];

test('a class that keeps sound has every part of it, with the time at which it begins', async () => {
  await new ClassRepository(games.db).add({ id: 'keeps', name: 'Keeps', keep_audio: 'clips' });
  const lesson = await fetchParts(paused, 'keeps');
  expect(lesson.status).toBe('pending_processing');
  const parts = await new RecordingAudioRepository(games.db).listParts(lesson.recording_id);
  expect(parts.map(({ offset_ms }) => offset_ms)).toEqual([0, 20 * 60_000, 45 * 60_000 + 30_000]);
  for (const [part, hertz] of [
    [parts[0], 500],
    [parts[2], 1500],
  ] as const) {
    const cue = lesson.cues?.find(({ start_ms }) => start_ms === (part?.offset_ms ?? 0) + 1000);
    expect(cue?.text).toBe(hertz === 500 ? 'First.' : 'Third.');
    const sound = await buffer(await audioStore.read(part?.audio_name ?? ''));
    expect(listen(sound, [500, 1500]).msOf[hertz]).toBeGreaterThan(900);
  }
});

test('a class that keeps none has none: its sound is not even fetched', async () => {
  await new ClassRepository(games.db).add({ id: 'silent', name: 'Silent' });
  const before = (await Array.fromAsync(audioStore.list('recordings'))).length;
  const lesson = await fetchParts(paused, 'silent');
  expect(lesson.status).toBe('pending_processing');
  expect(await new RecordingAudioRepository(games.db).listParts(lesson.recording_id)).toEqual([]);
  expect((await Array.fromAsync(audioStore.list('recordings'))).length).toBe(before);
});

test('a part whose sound cannot be had costs its clips, and nothing else', async () => {
  await new ClassRepository(games.db).add({ id: 'keeps-too', name: 'Keeps too', keep_audio: 'all' });
  const large = Buffer.alloc(1_100_000, 1);
  const lesson = await fetchParts(
    [
      { starts: '10:00:00', vtt: line('Tom: First.'), sound: large },
      { starts: '10:30:00', vtt: line('Tom: Second.'), sound: tone(700) },
    ],
    'keeps-too',
  );
  expect(lesson.cues?.map(({ text }) => text)).toEqual(['First.', 'Second.']);
  const parts = await new RecordingAudioRepository(games.db).listParts(lesson.recording_id);
  expect(parts.map(({ offset_ms }) => offset_ms)).toEqual([30 * 60_000]);
});
