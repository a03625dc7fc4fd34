import { RecordedMeeting, RecordingEvent, ZoomErrorBody } from './schemas.ts';

test('empty strings, missing fields and unknown words are let through', () => {
  const meeting = RecordedMeeting.parse({
    uuid: '4444AAAiAAAAAiAiAiiAii==',
    id: '6840331990',
    type: '2',
    start_time: '',
    timezone: '',
    duration: 0,
    something_new: true,
    recording_files: [
      { recording_start: '2026-11-20T09:00:20Z', recording_end: '', file_type: '', file_size: 0, status: 'processing' },
      {
        file_type: 'HOLOGRAM',
        recording_type: 'hologram',
        recording_start: 'soon',
        download_url: 'https://example.zoom.us/h',
      },
    ],
  });
  expect(meeting).toMatchObject({ id: '6840331990', start_time: null, timezone: null, host_email: null, duration: 0 });
  expect(meeting.recording_files).toMatchObject([
    { id: null, recording_end: null, file_type: null, file_size: 0 },
    { file_type: 'HOLOGRAM', recording_start: null, file_size: null, status: null },
  ]);
});

test('a meeting without files, and one without a uuid', () => {
  expect(RecordedMeeting.parse({ uuid: 'u==' })).toMatchObject({ id: null, recording_files: [] });
  expect(RecordedMeeting.safeParse({ uuid: '', id: 1 }).success).toBe(false);
});

test('a webhook’s event carries its own token beside the payload', () => {
  const object = {
    uuid: 'u==',
    id: 6840331990,
    host_id: 'h',
    host_email: 'ana@example.com',
    topic: 'Lesson',
    recording_files: [],
  };
  const event = {
    event: 'recording.completed',
    event_ts: 1763629920000,
    download_token: 'abc.def',
    payload: { account_id: 'a', object },
  };
  expect(RecordingEvent.parse(event)).toMatchObject({
    download_token: 'abc.def',
    payload: { object: { id: '6840331990' } },
  });
  expect(RecordingEvent.parse({ ...event, download_token: undefined })).toMatchObject({ download_token: null });
});

test('a code that came as text is still a code', () => {
  expect(ZoomErrorBody.parse({ code: '3301', message: 'There is no recording for this meeting.' }).code).toBe(3301);
});
