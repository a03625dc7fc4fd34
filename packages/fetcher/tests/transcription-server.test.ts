import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VendorCall } from '@tulkka/shared/upstream';
import { runScript } from '../../../tests/vendors/run-script.ts';
import { startTranscription, type TranscriptionStandIn, transcriptions } from '../../../tests/vendors/transcription.ts';
import { soundFile } from '../src/transcription/sound.ts';
import { TranscriptionServer } from '../src/transcription/transcription-server.ts';

let server: TranscriptionStandIn;
let folder: string;
let audio: string;
beforeEach(async () => {
  server = await startTranscription();
  folder = await mkdtemp(join(tmpdir(), 'tulkka-audio-'));
  audio = join(folder, 'lesson.m4a');
  await writeFile(audio, Buffer.alloc(300_000, 1));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const calls: VendorCall[] = [];
async function transcribe({
  apiKey = null as string | null,
  answerMs = 20_000,
  signal = new AbortController().signal,
} = {}) {
  calls.length = 0;
  const config = { baseUrl: server.baseUrl, model: 'whisper-1', timeoutMinutes: 1 };
  const transcriber = new TranscriptionServer({ config, apiKey, onCall: (call) => calls.push(call), answerMs });
  return transcriber.transcribe(await soundFile(audio), signal);
}
const cue = (start_ms: number | null, end_ms: number | null, text: string, speaker: string | null = null) => ({
  start_ms,
  end_ms,
  speaker,
  text,
});
const twoSentences = [cue(200, 900, 'Good morning.'), cue(1100, 2100, 'Shall we start?')];
const untimed = [cue(null, null, 'Good morning.'), cue(null, null, 'Shall we start?')];

/** An answer with all its times as LocalAI counts them. */
const inNanoseconds = <Answer>(answer: Answer): Answer =>
  JSON.parse(JSON.stringify(answer), (key, value) =>
    ['start', 'end', 'duration'].includes(key) ? Math.round(value * 1e9) : value,
  );
/** One list of words with their marks, beside segments that end where the model's window did. */
const wordsBeside = {
  duration: 4.2,
  segments: [
    { start: 0.2, end: 1.4, text: ' Good morning. Shall' },
    { start: 1.4, end: 2.1, text: ' we start?' },
  ],
  words: [
    { word: 'Good', start: 0.2, end: 0.5 },
    { word: 'morning.', start: 0.5, end: 0.9 },
    { word: 'Shall', start: 1.1, end: 1.4 },
    { word: 'we', start: 1.4, end: 1.6 },
    { word: 'start?', start: 1.6, end: 2.1 },
  ],
};

test('the whole file goes up as one form, with its kind of name, and asks for the times of words', async () => {
  await transcribe();
  const [{ bytes, head } = { bytes: 0, head: '' }] = server.state.received;
  expect(bytes).toBeGreaterThan(300_000);
  expect(server.requests[0]?.headers['content-length']).toBe(String(bytes));
  expect(head).toMatch(/name="model"\r\n\r\nwhisper-1\r\n/);
  expect(head).toMatch(/name="response_format"\r\n\r\nverbose_json\r\n/);
  expect(head).toMatch(/name="timestamp_granularities\[\]"\r\n\r\nword\r\n/);
  expect(head).toMatch(/name="file"; filename="lesson.m4a"/);
  // A language would make Whisper turn the other one into it.
  expect(head).not.toMatch(/name="language"/);
  expect(calls).toEqual([{ vendor: 'transcription', operation: 'transcribe', outcome: 'ok', ms: expect.any(Number) }]);
});

test.each([
  ['words within segments become sentences', transcriptions.speaches, twoSentences, 4.2],
  ['words without marks are not believed: the segments stand', transcriptions.wordsApart, twoSentences, 4.2],
  ['nanoseconds are seconds', transcriptions.nanoseconds, twoSentences, 2.1],
  [
    'words, their list and the duration in nanoseconds are in seconds, too',
    inNanoseconds(transcriptions.speaches),
    twoSentences,
    4.2,
  ],
  ['a list of words in nanoseconds beside segments is in seconds', inNanoseconds(wordsBeside), twoSentences, 4.2],
  [
    'words in seconds within segments in nanoseconds stay',
    { ...inNanoseconds(transcriptions.speaches), duration: 4.2 },
    twoSentences,
    4.2,
  ],
  ['what a text says was heard is no JSON', '[Music] Good morning.', [cue(null, null, '[Music] Good morning.')], 0],
  ['text without segments has no times', transcriptions.textAlone, untimed, 0],
  ['plain text is text', transcriptions.plainText, untimed, 0],
  ['what was heard in silence is nothing', transcriptions.silence, [], 30],
  ['an empty answer is silence', { text: '' }, [], 0],
])('%s', async (_, answer, cues, audioSeconds) => {
  server.state.answers = [answer];
  expect(await transcribe()).toEqual({ transcript: { format: 'vtt', cues, speakers: [] }, audioSeconds });
});

test('voices that a server tells apart are speakers', async () => {
  server.state.answers = [transcriptions.voices];
  expect((await transcribe()).transcript).toEqual({
    format: 'vtt',
    speakers: ['SPEAKER_00', 'SPEAKER_01'],
    cues: [cue(0, 1000, 'Good morning.', 'SPEAKER_00'), cue(1000, 2000, 'Morning!', 'SPEAKER_01')],
  });
});

test.each([
  [
    'the model is loading',
    { status: 503, headers: { 'retry-after': '7' } },
    { retryable: true, retryAfterMs: 7_000, message: expect.stringMatching(/loading or busy/) },
  ],
  ['it is busy', { status: 429 }, { retryable: true }],
  ['its machine is out of memory', { status: 500, body: 'CUDA out of memory' }, { retryable: true }],
  ['a proxy answers', { status: 200, body: '<html>Sign in</html>' }, { retryable: true }],
  ['the answer is empty', { status: 200, body: ' \n' }, { retryable: true }],
  ['the answer broke off', { status: 200, body: '{"text":"Good morning. Shall' }, { retryable: true }],
  ['a list broke off', { status: 200, body: '[{"text":"Good morning.' }, { retryable: true }],
  ['it comes line by line', { status: 200, body: '{"text":"Good"}\n{"text":"morning."}' }, { retryable: true }],
  ['it comes as events', { status: 200, body: 'data: {"text":"Good morning."}\n\n' }, { retryable: true }],
  ['events come with names', { status: 200, body: 'event: delta\ndata: {"text":"Good"}\n\n' }, { retryable: true }],
  ['something else answers', { status: 200, body: { ok: true } }, { retryable: true }],
  ['the connection is lost', { drop: true as const }, { retryable: true }],
  [
    'the file is no sound',
    { status: 400, body: { error: { message: 'Invalid file format.' } } },
    { retryable: false, message: expect.stringMatching(/Invalid file format/) },
  ],
  ['another form of error', { status: 422, body: { detail: 'no audio' } }, { retryable: false }],
  [
    'the address is wrong',
    { status: 404, body: 'File Not Found' },
    { retryable: false, message: expect.stringMatching(/TRANSCRIBE_BASE_URL.*TRANSCRIBE_MODEL/) },
  ],
])('when %s it is sorted into retry and give up', async (_, answer, expected) => {
  server.script.push({ on: 'audio/transcriptions', answer });
  await expect(transcribe()).rejects.toMatchObject({ code: 'upstream_failed', ...expected });
  // The next attempt is one of its own.
  expect((await transcribe()).transcript.cues).toEqual(twoSentences);
});

test('a file that is too large, and a wrong key, name what to do', async () => {
  server.state.mostBytes = 100_000;
  await expect(transcribe()).rejects.toMatchObject({
    retryable: false,
    message: expect.stringMatching(/no file of 1 MB .*raise its limit/),
  });
  server.state.apiKey = 'right';
  await expect(transcribe({ apiKey: 'wrong' })).rejects.toMatchObject({
    retryable: false,
    message: expect.stringMatching(/TRANSCRIBE_API_KEY/),
  });
  server.state.mostBytes = Number.POSITIVE_INFINITY;
  expect((await transcribe({ apiKey: 'right' })).transcript.cues).toHaveLength(2);
});

test('a server that hangs is left at its time limit, and a signal ends the call at once', async () => {
  server.script.push({ on: 'audio/transcriptions', times: 2, answer: { hang: true } });
  await expect(transcribe({ answerMs: 300 })).rejects.toMatchObject({
    retryable: true,
    message: expect.stringMatching(/TRANSCRIBE_TIMEOUT_MINUTES/),
  });
  expect(calls[0]?.outcome).toBe('timeout');
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('the drain time is over')), 100);
  await expect(transcribe({ signal: abort.signal })).rejects.toThrow('the drain time is over');
  expect(calls[0]?.outcome).toBe('aborted');
});

test('a large file streams through in little memory', async () => {
  const file = await open(audio, 'w');
  await file.truncate(500 * 1024 * 1024);
  await file.close();
  const output = await runScript(new URL('./transcription-process.ts', import.meta.url), [server.baseUrl, audio]);
  expect(server.state.received[0]?.bytes).toBeGreaterThan(500 * 1024 * 1024);
  expect((JSON.parse(output) as { grownMegabytes: number }).grownMegabytes).toBeLessThan(100);
}, 120_000);
