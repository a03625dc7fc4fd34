import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VendorCall } from '@tulkka/shared/upstream';
import { type AssemblyaiState, startAssemblyai } from '../../../tests/vendors/assemblyai.ts';
import { runScript } from '../../../tests/vendors/run-script.ts';
import type { StandIn } from '../../../tests/vendors/stand-in.ts';
import { AssemblyaiTranscriber } from '../src/transcription/assemblyai.ts';
import { soundFile } from '../src/transcription/sound.ts';

let vendor: StandIn<AssemblyaiState>;
let folder: string;
let audio: string;
beforeEach(async () => {
  vendor = await startAssemblyai();
  folder = await mkdtemp(join(tmpdir(), 'tulkka-audio-'));
  audio = join(folder, 'lesson.m4a');
  await writeFile(audio, Buffer.alloc(300_000, 1));
});
afterEach(async () => {
  await vendor.close();
  await rm(folder, { recursive: true });
});

function newTranscriber(change: { apiKey?: string; languageDetection?: boolean } = {}) {
  const calls: VendorCall[] = [];
  const transcriber = new AssemblyaiTranscriber({
    apiKey: change.apiKey ?? 'aai-key',
    config: {
      baseUrl: vendor.url,
      speechModels: ['assemblyai-stt-3-7', 'universal-2'],
      languageDetection: change.languageDetection ?? false,
    },
    onCall: (call) => calls.push(call),
  });
  return { transcriber, calls };
}

async function submitted() {
  const { transcriber, calls } = newTranscriber();
  const upload = await transcriber.upload(await soundFile(audio));
  return { transcriber, calls, upload, id: await transcriber.submit(upload) };
}

test('a lesson goes up, is paid for once and comes back with its speakers', async () => {
  const { transcriber, calls, upload, id } = await submitted();
  expect(vendor.state.uploads[upload]).toBe(300_000);
  expect(await transcriber.poll(id)).toEqual({ state: 'running' });
  expect(await transcriber.poll(id)).toEqual({ state: 'running' });
  expect(await transcriber.poll(id)).toEqual({
    state: 'done',
    audioSeconds: 12,
    model: 'assemblyai-stt-3-7',
    transcript: {
      format: 'vtt',
      speakers: ['Speaker A', 'Speaker B'],
      cues: [
        { start_ms: 250, end_ms: 2100, speaker: 'Speaker A', text: 'Good morning. Shall we start?' },
        { start_ms: 2600, end_ms: 4000, speaker: 'Speaker B', text: 'Yes, I am ready.' },
      ],
    },
  });
  expect(vendor.state.paidJobs).toBe(1);
  expect(calls.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    'upload ok',
    'list ok',
    'submit ok',
    'poll ok',
    'poll ok',
    'poll ok',
  ]);
});

test('it asks for speakers and the configured models, and for language detection only when told', async () => {
  const { upload } = await submitted();
  expect(vendor.state.jobs[0]?.params).toEqual({
    audio_url: upload,
    speaker_labels: true,
    speech_models: ['assemblyai-stt-3-7', 'universal-2'],
  });
  const detecting = newTranscriber({ languageDetection: true }).transcriber;
  await detecting.submit(await detecting.upload(await soundFile(audio)));
  expect(vendor.state.jobs[1]?.params).toMatchObject({ language_detection: true });
});

test('a submission whose answer was lost is found again, not paid twice', async () => {
  const { transcriber } = newTranscriber();
  const upload = await transcriber.upload(await soundFile(audio));
  vendor.script.push({ on: 'submit', answer: { drop: true, after: true } });
  await expect(transcriber.submit(upload)).rejects.toMatchObject({ code: 'upstream_failed', retryable: true });
  expect(vendor.state.paidJobs).toBe(1);
  expect(await newTranscriber().transcriber.submit(upload)).toBe(vendor.state.jobs[0]?.id);
  expect(vendor.state.paidJobs).toBe(1);
});

test('a failed job does not keep a new one from being made', async () => {
  vendor.state.queuedPolls = 0;
  vendor.state.processingPolls = 0;
  vendor.state.results = [{ error: 'Server error, developers have been alerted' }];
  const { transcriber, upload, id } = await submitted();
  expect(await transcriber.poll(id)).toEqual({
    state: 'failed',
    reason: 'Server error, developers have been alerted',
    retryable: true,
  });
  expect(await transcriber.submit(upload)).not.toBe(id);
});

test.each([
  'File does not appear to contain audio. File type is text/html; charset=utf-8.',
  'Audio duration is too short.',
])('"%s" is final', async (error) => {
  vendor.state.queuedPolls = 0;
  vendor.state.processingPolls = 0;
  vendor.state.results = [{ error }];
  const { transcriber, id } = await submitted();
  expect(await transcriber.poll(id)).toEqual({ state: 'failed', reason: error, retryable: false });
});

test('silence is a transcript without cues, and words without speakers become sentences', async () => {
  vendor.state.queuedPolls = 0;
  vendor.state.processingPolls = 0;
  vendor.state.results = [
    { words: [], audioSeconds: 3 },
    {
      words: ['I', 'see.', 'Do', 'you?'].map((text, i) => ({ text, start: i * 100, end: i * 100 + 90 })),
      audioSeconds: 1,
    },
  ];
  const silent = await submitted();
  expect(await silent.transcriber.poll(silent.id)).toMatchObject({
    state: 'done',
    transcript: { cues: [], speakers: [] },
  });
  const captions = await submitted();
  expect(await captions.transcriber.poll(captions.id)).toMatchObject({
    transcript: {
      cues: [
        { start_ms: 0, end_ms: 190, speaker: null, text: 'I see.' },
        { start_ms: 200, end_ms: 390, speaker: null, text: 'Do you?' },
      ],
    },
  });
});

test.each([
  [
    'a rate limit',
    { status: 429, headers: { 'retry-after': '7' }, body: { error: 'Too many requests' } },
    { retryable: true, retryAfterMs: 7_000 },
  ],
  [
    'a server error',
    { status: 500, body: { error: 'Server error, developers have been alerted' } },
    { retryable: true },
  ],
  ['a gateway without a body', { status: 504 }, { retryable: true }],
  ['a page', { status: 200, body: '<html>' }, { retryable: true }],
  ['an answer of another shape', { status: 200, body: { id: 7 } }, { retryable: true }],
  [
    'a bad request',
    { status: 400, body: { error: 'Invalid endpoint schema' } },
    { retryable: false, message: expect.stringContaining('Invalid endpoint schema') },
  ],
  [
    'an unknown job',
    { status: 400, body: { error: 'Transcript lookup error, transcript id not found' } },
    { retryable: false },
  ],
])('%s is sorted into retry and give up', async (_name, answer, expected) => {
  const { transcriber, id } = await submitted();
  vendor.script.push({ on: 'poll', answer });
  await expect(transcriber.poll(id)).rejects.toMatchObject({ code: 'upstream_failed', ...expected });
  expect(await transcriber.poll(id)).toEqual({ state: 'running' });
});

test('a wrong key and a negative balance name what to do', async () => {
  await expect(newTranscriber({ apiKey: 'wrong' }).transcriber.upload(await soundFile(audio))).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('ASSEMBLYAI_API_KEY'),
  });
  vendor.state.negativeBalance = true;
  const { transcriber } = newTranscriber();
  await expect(transcriber.submit(await transcriber.upload(await soundFile(audio)))).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('top it up'),
  });
  expect(vendor.state.paidJobs).toBe(0);
});

test('the signal ends a call', async () => {
  vendor.script.push({ on: 'upload', answer: { hang: true } });
  const abort = new AbortController();
  const { transcriber, calls } = newTranscriber();
  setTimeout(() => abort.abort(), 100);
  await expect(transcriber.upload(await soundFile(audio), abort.signal)).rejects.toThrow(/abort/i);
  expect(calls[0]?.outcome).toBe('aborted');
});

test('a large file streams through in little memory', async () => {
  const bytes = 700 * 1024 * 1024;
  const file = await open(audio, 'w');
  await file.truncate(bytes);
  await file.close();
  const output = await runScript(new URL('./upload-process.ts', import.meta.url), [vendor.url, audio]);
  const { upload, grownMegabytes } = JSON.parse(output) as { upload: string; grownMegabytes: number };
  expect(vendor.state.uploads[upload]).toBe(bytes);
  // Compiled, a process that has done nothing yet holds 50 MB: together they stay below 150.
  expect(grownMegabytes).toBeLessThan(100);
}, 120_000);
