import type { ZoomFileData, ZoomMeetingData } from '../../../../tests/vendors/zoom.ts';

export const vttText = 'WEBVTT\n\n1\n00:00:01.220 --> 00:00:07.500\nAna Ruiz: Good morning everybody.\n';

/** A finished recording with a transcript, on the given day. */
export function buildMeeting(change: Partial<ZoomMeetingData> = {}): ZoomMeetingData {
  const start = change.start_time ?? '2026-11-20T09:00:12Z';
  return {
    uuid: '4444AAAiAAAAAiAiAiiAii==',
    id: 6840331990,
    host_id: 'host-1',
    host_email: 'ana@example.com',
    topic: 'Weekly lesson',
    start_time: start,
    files: [buildFile()],
    ...change,
  };
}

export function buildFile(change: Partial<ZoomFileData> = {}): ZoomFileData {
  return {
    id: 'file-1',
    recording_start: '2026-11-20T09:00:20Z',
    recording_end: '2026-11-20T09:31:02Z',
    file_type: 'TRANSCRIPT',
    file_extension: 'VTT',
    recording_type: 'audio_transcript',
    content: { text: vttText },
    ...change,
  };
}
