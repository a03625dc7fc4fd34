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
  const { transcriber, queue, audioStore, keptAudio, pollSeconds, onWaiting } = steps;
  if (transcriber === null) return { kind: 'waiting', for: needsTranscriber, seconds: steps.patienceSeconds };
  const parts = { transcriber, progress: new TranscriptionProgress(queue, lesson), pollSeconds, onWaiting };
  const sound = () => storedSound(audioStore, audioName);
  const { transcript, audioSeconds } = await transcribeAudio(parts, 'file', sound, signal);
  const keeper = isStoredName(audioName) ? await keptAudio.keeperOf(lesson) : null;
  // Noted before the lesson forgets where its sound lies: from then on the note is all that names it.
  if (keeper !== null) await keptAudio.note(lesson, keeper, [{ audio_name: audioName, offset_ms: 0 }]);
  const release = async () => (keeper === null ? remove(audioStore, audioName) : undefined);
  return { kind: 'transcript', transcript, audioSeconds, release };
}

/** Also from where lessons of before the store have their sound. */
const remove = (store: AudioStore, name: string): Promise<void> =>
  isStoredName(name) ? store.delete([name]) : rm(name, { force: true });
