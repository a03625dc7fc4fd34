import type { RecordedMeeting, RecordingFile } from './schemas.ts';

/** One stretch of a recording (a pause makes two) and the file to take its words from. */
export interface PlannedSegment {
  source: 'transcript' | 'captions' | 'audio' | 'video';
  file: RecordingFile & { download_url: string };
  /** Names the file for as long as Zoom has it; CC entries have no id of their own. */
  key: string;
  /** Milliseconds from the beginning of the first segment: what this segment's own times count from. */
  offsetMs: number;
  /** The segment's own sound, whatever its words are taken from; null where it has none apart from a video. */
  audio: { file: Fetchable; key: string } | null;
}

export type RecordingPlan =
  /** Still being recorded or processed: look again later. */
  | { kind: 'in_progress' }
  /** Only audio so far; paying for transcription may wait until this instant. */
  | { kind: 'wait_for_transcript'; until: Date }
  /** Everything to fetch, in the order it was said. */
  | { kind: 'ready'; segments: PlannedSegment[]; needsTranscription: boolean }
  | { kind: 'nothing'; reason: string };

export interface PlanOptions {
  now: Date;
  graceMinutes: number;
  /** When this recording was first seen with its audio; the grace time counts from here if that is later than its end. */
  firstSeenAt?: Date | null;
}

/** Files of one segment begin together; Zoom's own files differ by less. */
const sameSegmentMs = 5_000;
/** Past this age a file that is still "processing" will not come, and is not waited for. */
const stuckAfterMs = 86_400_000;

/**
 * What to do about a recording: nothing yet, wait, or which files to fetch. Zoom's own transcript comes first; then the
 * audio-only file; a video only where there is no audio, for it is large and says no more.
 */
export function planRecording(meeting: RecordedMeeting, options: PlanOptions): RecordingPlan {
  const files = meeting.recording_files.filter((file) => file.deleted_time === null);
  const recent = options.now.getTime() - newest(meeting, files) < stuckAfterMs;
  if (recent && (files.length === 0 || files.some(isUnfinished))) return { kind: 'in_progress' };
  const segments = inSegments(files.filter((file) => !isUnfinished(file)).filter(isFetchable));
  const spoken = segments.flatMap((segment) => {
    const choice = choose(segment);
    return choice === undefined ? [] : [{ ...choice, audio: audioOf(segment) }];
  });
  const first = spoken[0];
  if (first === undefined) return { kind: 'nothing', reason: 'The recording has neither a transcript nor sound.' };
  const needsTranscription = spoken.some(({ source }) => source === 'audio' || source === 'video');
  const until = graceEnd(files, options);
  if (needsTranscription && options.now < until) return { kind: 'wait_for_transcript', until };
  const origin = startOf(first.file);
  return {
    kind: 'ready',
    needsTranscription,
    segments: spoken.map(({ source, file, audio }) => ({
      source,
      file,
      key: fileKey(meeting.uuid, file),
      offsetMs: Math.max(0, startOf(file) - origin),
      audio: audio && { file: audio, key: fileKey(meeting.uuid, audio) },
    })),
  };
}

/** A stable name for a file: its id, or what makes it unique where it has none. */
export function fileKey(uuid: string, file: RecordingFile): string {
  return file.id ?? `${uuid}:${file.file_type ?? ''}:${file.recording_start?.toISOString() ?? ''}`;
}

type Fetchable = RecordingFile & { download_url: string };
type Choice = { source: PlannedSegment['source']; file: Fetchable };

const bySizeOf = (segment: Fetchable[]): Fetchable[] =>
  [...segment].sort((a, b) => (a.file_size ?? 0) - (b.file_size ?? 0));

/** An interpreter's channel says it in another language. */
const isInterpreted = ({ recording_type }: Fetchable): boolean => /interpretation/.test(recording_type ?? '');

function audioOf(segment: Fetchable[]): Fetchable | null {
  const bySize = bySizeOf(segment);
  const own = bySize.find(({ recording_type }) => recording_type === 'audio_only');
  return own ?? bySize.find((file) => file.file_type === 'M4A' && !isInterpreted(file)) ?? null;
}

function choose(segment: Fetchable[]): Choice | undefined {
  const bySize = bySizeOf(segment);
  const audio = audioOf(segment);
  const find = (source: Choice['source'], test: (file: Fetchable) => boolean): Choice | undefined => {
    const file = bySize.find(test);
    return file && { source, file };
  };
  return (
    find('transcript', (file) => file.file_type === 'TRANSCRIPT' || file.recording_type === 'audio_transcript') ??
    (audio ? { source: 'audio' as const, file: audio } : undefined) ??
    find('captions', (file) => file.file_type === 'CC' || file.recording_type === 'closed_caption') ??
    // The smallest: all of them have the same sound.
    find('video', (file) => file.file_type === 'MP4' && !isInterpreted(file))
  );
}

function inSegments(files: Fetchable[]): Fetchable[][] {
  const segments: Fetchable[][] = [];
  for (const file of [...files].sort((a, b) => startOf(a) - startOf(b))) {
    const last = segments.at(-1);
    const begin = last?.[0];
    if (last && begin && startOf(file) - startOf(begin) <= sameSegmentMs) last.push(file);
    else segments.push([file]);
  }
  return segments;
}

function isUnfinished(file: RecordingFile): boolean {
  return file.status === 'processing' || (file.recording_end === null && (file.file_type ?? '') === '');
}

function isFetchable(file: RecordingFile): file is Fetchable {
  return file.download_url !== null && file.file_size !== 0;
}

function graceEnd(files: RecordingFile[], options: PlanOptions): Date {
  const ended = Math.max(0, ...files.map((file) => file.recording_end?.getTime() ?? 0));
  const from = Math.max(ended, options.firstSeenAt?.getTime() ?? 0);
  return new Date(from + options.graceMinutes * 60_000);
}

function newest(meeting: RecordedMeeting, files: RecordingFile[]): number {
  const times = files.flatMap((file) => [file.recording_start, file.recording_end]);
  return Math.max(0, ...[...times, meeting.start_time].map((time) => time?.getTime() ?? 0));
}

function startOf(file: RecordingFile): number {
  return file.recording_start?.getTime() ?? 0;
}
