import { rm } from 'node:fs/promises';
import { AppError } from '@tulkka/shared/errors';
import type { Lesson } from '@tulkka/shared/lessons';
import { labelOfPart, SilentTranscript, type Transcript } from '@tulkka/shared/transcripts';
import { type PlannedSegment, planRecording } from '@tulkka/shared/zoom';
import { type Advance, needsTranscriber, type TranscriptSteps } from './advance.ts';
import { keepZoomAudio } from './keep-zoom-audio.ts';
import type { ZoomFiles } from './sources/zoom-files.ts';
import { type Sound, soundFile } from './transcription/sound.ts';
import { TranscriptionProgress, transcribeAudio } from './transcription/transcribe-audio.ts';

/** Brings a Zoom recording to its transcript: Zoom's own where there is one, else that of its audio. */
export async function advanceZoomRecording(
  steps: TranscriptSteps,
  lesson: Lesson,
  signal: AbortSignal,
): Promise<Advance> {
  const { zoom, patienceSeconds } = steps;
  if (zoom === null) {
    return { kind: 'waiting', for: 'Zoom: set ZOOM_CLIENT_ID and its companions', seconds: patienceSeconds };
  }
  const meeting = await zoom.client.getMeetingRecordings(lesson.recording_id, signal);
  const firstSeenAt = new Date(lesson.created_at);
  const plan = planRecording(meeting, { now: new Date(), graceMinutes: zoom.graceMinutes, firstSeenAt });
  if (plan.kind === 'in_progress')
    return { kind: 'waiting', for: 'Zoom: the recording is not finished', seconds: patienceSeconds };
  if (plan.kind === 'wait_for_transcript') {
    const seconds = Math.max(1, Math.min(patienceSeconds, (plan.until.getTime() - Date.now()) / 1000));
    return { kind: 'waiting', for: 'Zoom: its transcript is not there yet', seconds };
  }
  if (plan.kind === 'nothing') throw new AppError('upstream_failed', plan.reason);
  if (plan.needsTranscription && steps.transcriber === null) {
    return { kind: 'waiting', for: needsTranscriber, seconds: patienceSeconds };
  }
  return fetchSegments(steps, lesson, plan.segments, signal);
}

/** The segments of a paused recording, one after the other, with times that run through. */
async function fetchSegments(
  steps: TranscriptSteps,
  lesson: Lesson,
  segments: PlannedSegment[],
  signal: AbortSignal,
): Promise<Advance> {
  const progress = new TranscriptionProgress(steps.queue, lesson);
  const audioPaths: string[] = [];
  const parts: Transcript[] = [];
  let audioSeconds = 0;
  for (const segment of segments) {
    const { transcript, seconds } = await fetchSegment(steps, segment, progress, audioPaths, signal);
    parts.push(shifted(ownLabels(transcript, segment, parts.length + 1), segment.offsetMs));
    audioSeconds += seconds;
  }
  if (steps.zoom) await keepZoomAudio({ ...steps, files: steps.zoom.files }, lesson, segments, signal);
  const release = async () => {
    for (const path of audioPaths) await rm(path, { force: true });
  };
  return { kind: 'transcript', transcript: joined(parts), audioSeconds, release };
}

async function fetchSegment(
  { transcriber, zoom, pollSeconds, onWaiting }: TranscriptSteps,
  segment: PlannedSegment,
  progress: TranscriptionProgress,
  audioPaths: string[],
  signal: AbortSignal,
): Promise<{ transcript: Transcript; seconds: number }> {
  if (zoom === null) throw new AppError('internal_error', 'Zoom is not configured.');
  if (segment.source === 'transcript' || segment.source === 'captions') {
    return { transcript: await readPart(zoom.files, segment, signal), seconds: 0 };
  }
  if (transcriber === null) throw new AppError('internal_error', 'No transcriber is configured.');
  const audio = async (): Promise<Sound> => {
    const path = await zoom.files.fetchAudio(segment, signal);
    audioPaths.push(path);
    return soundFile(path);
  };
  const parts = { transcriber, progress, pollSeconds, onWaiting };
  const { transcript, audioSeconds } = await transcribeAudio(parts, segment.key, audio, signal);
  return { transcript, seconds: audioSeconds };
}

/** A part in which nobody speaks, since the recording was paused and forgotten, is no reason to lose the others. */
async function readPart(files: ZoomFiles, segment: PlannedSegment, signal: AbortSignal): Promise<Transcript> {
  try {
    return await files.readTranscript(segment, signal);
  } catch (error) {
    if (error instanceof SilentTranscript) return { format: 'vtt', cues: [], speakers: [] };
    throw error;
  }
}

/** Zoom names people; a transcriber's letters mean nothing beyond their own file. */
function ownLabels(transcript: Transcript, { source }: PlannedSegment, part: number): Transcript {
  if (source === 'transcript' || source === 'captions') return transcript;
  const label = (speaker: string): string => labelOfPart(speaker, part);
  const cues = transcript.cues.map((cue) => ({ ...cue, speaker: cue.speaker === null ? null : label(cue.speaker) }));
  return { ...transcript, cues, speakers: transcript.speakers.map(label) };
}

function shifted(transcript: Transcript, offsetMs: number): Transcript {
  const later = (time: number | null) => (time === null ? null : time + offsetMs);
  const cues = transcript.cues.map((cue) => ({ ...cue, start_ms: later(cue.start_ms), end_ms: later(cue.end_ms) }));
  return { ...transcript, cues };
}

function joined(parts: Transcript[]): Transcript {
  return {
    format: 'vtt',
    cues: parts.flatMap((part) => part.cues),
    speakers: [...new Set(parts.flatMap((part) => part.speakers))],
  };
}
