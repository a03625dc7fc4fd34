import { rm } from 'node:fs/promises';
import { type AudioStore, isStoredName } from '@tulkka/shared/audio-store';
import type { Lesson } from '@tulkka/shared/lessons';
import { type Advance, needsTranscriber, type TranscriptSteps } from './advance.ts';
import { storedSound } from './transcription/sound.ts';
import { TranscriptionProgress, transcribeAudio } from './transcription/transcribe-audio.ts';

/** Brings a lesson that came as an audio file to its transcript. */
export async function advanceFile(
  steps: TranscriptSteps,
  lesson: Lesson,
  audioName: string,
  signal: AbortSignal,
): Promise<Advance> {
  const { transcriber, queue, audioStore, pollSeconds, onWaiting } = steps;
  if (transcriber === null) return { kind: 'waiting', for: needsTranscriber, seconds: steps.patienceSeconds };
  const parts = { transcriber, progress: new TranscriptionProgress(queue, lesson), pollSeconds, onWaiting };
  const sound = () => storedSound(audioStore, audioName);
  const { transcript, audioSeconds } = await transcribeAudio(parts, 'file', sound, signal);
  return { kind: 'transcript', transcript, audioSeconds, release: () => remove(audioStore, audioName) };
}

/** Also from where lessons of before the store have their sound. */
const remove = (store: AudioStore, name: string): Promise<void> =>
  isStoredName(name) ? store.delete([name]) : rm(name, { force: true });
