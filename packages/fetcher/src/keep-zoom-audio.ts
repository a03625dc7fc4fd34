import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AudioStore } from '@tulkka/shared/audio-store';
import type { Lesson } from '@tulkka/shared/lessons';
import type { RecordingPart } from '@tulkka/shared/repositories';
import type { PlannedSegment } from '@tulkka/shared/zoom';
import type { KeptAudio } from './kept-audio.ts';
import type { ZoomFiles } from './sources/zoom-files.ts';

/** What sound is brought with. */
export interface ZoomAudioParts {
  files: Pick<ZoomFiles, 'fetchAudio'>;
  audioStore: AudioStore;
  keptAudio: KeptAudio;
  /** Hears why a lesson goes on without its sound. */
  onMissing?: ((error: unknown) => void) | undefined;
}

/**
 * Brings the sound of a recording into the store where its class keeps it, each part with the time at which it begins.
 * A part whose sound cannot be had is left out: its quotes have no clips, and nothing else is lost.
 */
export async function keepZoomAudio(
  { files, audioStore, keptAudio, onMissing }: ZoomAudioParts,
  lesson: Lesson,
  segments: readonly PlannedSegment[],
  signal: AbortSignal,
): Promise<void> {
  const keeper = await keptAudio.keeperOf(lesson);
  if (keeper === null) return;
  const parts: RecordingPart[] = [];
  for (const { audio, offsetMs } of segments) {
    if (audio === null) continue;
    const audio_name = nameOf(audio.key);
    try {
      if ((await audioStore.sizeOf(audio_name)) === undefined) {
        const path = await files.fetchAudio({ source: 'audio', ...audio }, signal);
        await audioStore.put(audio_name, createReadStream(path));
        await rm(path, { force: true });
      }
      parts.push({ audio_name, offset_ms: offsetMs });
    } catch (error) {
      if (signal.aborted) throw error;
      onMissing?.(error);
    }
  }
  if (parts.length > 0) await keptAudio.note(lesson, keeper, parts);
}

/** A key from outside has no place in a name. */
const nameOf = (key: string): string => `recordings/${createHash('sha256').update(key).digest('hex')}.m4a`;
