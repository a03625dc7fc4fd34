import { planRecording } from './recording-plan.ts';
import { RecordedMeeting } from './schemas.ts';

const now = new Date('2026-11-20T09:40:00Z');
const options = { now, graceMinutes: 60 };
const start = '2026-11-20T09:00:20Z';
const end = '2026-11-20T09:31:02Z';

const m4a = {
  id: 'a',
  recording_start: start,
  recording_end: end,
  file_type: 'M4A',
  file_size: 9_000,
  status: 'completed',
  recording_type: 'audio_only',
  download_url: 'https://example.zoom.us/a',
};
const vtt = {
  ...m4a,
  id: 't',
  file_type: 'TRANSCRIPT',
  recording_type: 'audio_transcript',
  download_url: 'https://example.zoom.us/t',
};
const mp4 = {
  ...m4a,
  id: 'v',
  file_type: 'MP4',
  recording_type: 'shared_screen_with_speaker_view',
  file_size: 90_000,
  download_url: 'https://example.zoom.us/v',
};
const cc = { recording_start: start, recording_end: end, file_type: 'CC', download_url: 'https://example.zoom.us/c' };

const meeting = (...recording_files: object[]): RecordedMeeting =>
  RecordedMeeting.parse({ uuid: 'u==', id: 6840331990, start_time: '2026-11-20T09:00:12Z', recording_files });

const sources = (...files: object[]): unknown => {
  const plan = planRecording(meeting(...files), { now: new Date('2026-11-20T12:00:00Z'), graceMinutes: 60 });
  return plan.kind === 'ready' ? plan.segments.map(({ source, key, offsetMs }) => [source, key, offsetMs]) : plan;
};

test('the transcript is taken at once when it is there', () => {
  const plan = planRecording(meeting(mp4, m4a, vtt), options);
  expect(plan).toMatchObject({
    kind: 'ready',
    needsTranscription: false,
    segments: [{ source: 'transcript', key: 't' }],
  });
});

test('audio alone waits for the transcript until the grace time is over', () => {
  expect(planRecording(meeting(m4a), options)).toEqual({
    kind: 'wait_for_transcript',
    until: new Date('2026-11-20T10:31:02Z'),
  });
  const later = { now: new Date('2026-11-20T10:31:02Z'), graceMinutes: 60 };
  expect(planRecording(meeting(m4a), later)).toMatchObject({ kind: 'ready', needsTranscription: true });
});

test('the grace time counts from when the audio was first seen, if that is later', () => {
  const firstSeenAt = new Date('2026-11-20T12:00:00Z');
  const plan = planRecording(meeting(m4a), { now: new Date('2026-11-20T12:30:00Z'), graceMinutes: 60, firstSeenAt });
  expect(plan).toEqual({ kind: 'wait_for_transcript', until: new Date('2026-11-20T13:00:00Z') });
});

test('the audio-only file comes before another M4A, and no video while there is audio', () => {
  const other = { ...m4a, id: 'other', recording_type: '', file_size: 1 };
  expect(sources(mp4, other, m4a)).toEqual([['audio', 'a', 0]]);
  expect(sources(mp4, other)).toEqual([['audio', 'other', 0]]);
  expect(sources({ ...mp4, id: 'big', file_size: 99_999 }, mp4)).toEqual([['video', 'v', 0]]);
});

test('an interpreter is not the lesson, a deleted or empty file is no file', () => {
  expect(
    sources(
      { ...m4a, recording_type: 'audio_interpretation' },
      { ...m4a, id: 'd', deleted_time: end },
      { ...m4a, id: 'e', file_size: 0 },
    ),
  ).toMatchObject({ kind: 'nothing' });
});

test('captions stand in only where there is no sound', () => {
  expect(sources(cc)).toEqual([['captions', 'u==:CC:2026-11-20T09:00:20.000Z', 0]]);
  expect(sources(cc, m4a)).toEqual([['audio', 'a', 0]]);
});

test('a pause makes two segments, in the order they were said, with their offsets', () => {
  const second = { recording_start: '2026-11-20T09:40:20Z', recording_end: '2026-11-20T10:00:00Z' };
  expect(sources({ ...vtt, ...second, id: 't2' }, { ...m4a, ...second, id: 'a2' }, m4a, vtt)).toEqual([
    ['transcript', 't', 0],
    ['transcript', 't2', 2_400_000],
  ]);
  // One segment's transcript never came: its audio is transcribed, the other's words are not paid for.
  expect(sources({ ...m4a, ...second, id: 'a2' }, m4a, vtt)).toEqual([
    ['transcript', 't', 0],
    ['audio', 'a2', 2_400_000],
  ]);
});

test.each([
  ['no files yet', []],
  [
    'the file of a running recording',
    [{ recording_start: start, recording_end: '', file_type: '', file_size: 0, status: 'processing' }],
  ],
  [
    'a file in processing beside a finished one',
    [m4a, { ...m4a, id: 'p', recording_start: '2026-11-20T09:35:00Z', status: 'processing' }],
  ],
])('%s: later', (_name, files) => {
  expect(planRecording(meeting(...files), options)).toEqual({ kind: 'in_progress' });
});

test('a file that is still "processing" after a day is not waited for', () => {
  const stuck = { ...m4a, id: 'p', status: 'processing' };
  const plan = planRecording(meeting(vtt, stuck), { now: new Date('2026-11-22T00:00:00Z'), graceMinutes: 60 });
  expect(plan).toMatchObject({ kind: 'ready', segments: [{ key: 't' }] });
  expect(planRecording(meeting(), { now: new Date('2026-11-22T00:00:00Z'), graceMinutes: 60 })).toMatchObject({
    kind: 'nothing',
  });
});
