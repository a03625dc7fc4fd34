import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { connectSupabase, LessonQueue, LessonStore } from '@tulkka/shared/lessons';
import { createMetrics, createPipelineMetrics } from '@tulkka/shared/metrics';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { type JobResult, startAssemblyai } from '../../../tests/vendors/assemblyai.ts';
import { startZoom, type ZoomFileData } from '../../../tests/vendors/zoom.ts';
import { keepLines, newClient } from '../../shared/tests/zoom/harness.ts';
import { advanceLesson } from '../src/advance-lesson.ts';
import { ZoomFiles } from '../src/sources/zoom-files.ts';
import { AssemblyaiTranscriber } from '../src/transcription/assemblyai.ts';

// A recording that was paused comes in parts; each is fetched as it would be in production, from stand-ins of the vendors.
let supabase: TestSupabase;
let folder: string;
beforeAll(async () => {
  supabase = await startTestSupabase();
  folder = await mkdtemp(join(tmpdir(), 'tulkka-parts-'));
}, 90_000);
afterAll(async () => {
  await supabase.close();
  await rm(folder, { recursive: true, force: true });
});

type Part = { starts: string; vtt?: string; result?: JobResult };

const fileOf = ({ starts, vtt }: Part, i: number): ZoomFileData => ({
  id: `file-${i}`,
  file_type: vtt === undefined ? 'M4A' : 'TRANSCRIPT',
  recording_type: vtt === undefined ? 'audio_only' : 'audio_transcript',
  file_extension: vtt === undefined ? 'M4A' : 'VTT',
  recording_start: `2026-11-20T${starts}Z`,
  recording_end: `2026-11-20T${starts.slice(0, 3)}${String(Number(starts.slice(3, 5)) + 10)}:00Z`,
  content: vtt === undefined ? { zeros: 300 } : { text: vtt },
});

let count = 0;
/** Fetches a recording of these parts, and says what became of its lesson. */
async function fetchParts(parts: readonly Part[]) {
  const uuid = `parts-${++count}==`;
  const results = parts.flatMap(({ result }) => result ?? []);
  const start = `2026-11-20T${parts[0]?.starts}Z`;
  const meeting = { uuid, id: 900 + count, host_id: 'h', topic: 'Parts', start_time: start, files: parts.map(fileOf) };
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
    audioStore: new FolderAudioStore(join(folder, 'sound')),
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
