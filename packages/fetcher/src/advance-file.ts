import { rm } from 'node:fs/promises';
import type { Lesson } from '@tulkka/shared/lessons';
import { type Advance, needsTranscriber, type TranscriptSteps } from './advance.ts';
import { TranscriptionProgress, transcribeAudio } from './transcription/transcribe-audio.ts';

/** Brings a lesson that came as an audio file to its transcript. */
export async function advanceFile(
  steps: TranscriptSteps,
  lesson: Lesson,
  audioPath: string,
  signal: AbortSignal,
): Promise<Advance> {
  const { transcriber, queue, pollSeconds, onWaiting } = steps;
  if (transcriber === null) return { kind: 'waiting', for: needsTranscriber, seconds: steps.patienceSeconds };
  const parts = { transcriber, progress: new TranscriptionProgress(queue, lesson), pollSeconds, onWaiting };
  const { transcript, audioSeconds } = await transcribeAudio(parts, 'file', async () => audioPath, signal);
  return { kind: 'transcript', transcript, audioSeconds, release: () => rm(audioPath, { force: true }) };
}
