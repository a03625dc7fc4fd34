import type { AudioStore } from '@tulkka/shared/audio-store';
import type { LessonExercises } from '@tulkka/shared/exercises';
import type { ClipRepository, RecordingAudioRepository } from '@tulkka/shared/repositories';
import type { Cue } from '@tulkka/shared/transcripts';
import { clipWishesOf } from './clip-wishes.ts';
import { ClipCutter } from './cut-clip.ts';
import { type Listening, narrowPlace } from './narrow-place.ts';

/** What clips are made with. */
export interface ClipParts {
  audioStore: AudioStore;
  clips: ClipRepository;
  recordings: RecordingAudioRepository;
  /** What can listen to a recording; null on a machine without such programs. */
  listening: Listening | null;
}

/** The lesson that clips are made of. */
export interface ClipLesson {
  recording_id: string;
  class_id: string;
  cues: readonly Cue[];
  exercises: LessonExercises;
}

/** How many clips a lesson got, and of how many quotes that could be placed. */
export interface MadeClips {
  made: number;
  placed: number;
}

/**
 * Cuts what the items of a lesson quote out of its recording, where that is kept. Safe to repeat: what is there already,
 * and what a teacher removed, is not cut again.
 */
export async function makeClips(
  { audioStore, clips, recordings, listening }: ClipParts,
  { recording_id, class_id, cues, exercises }: ClipLesson,
  signal?: AbortSignal,
): Promise<MadeClips> {
  const parts = await recordings.listParts(recording_id);
  if (parts.length === 0) return { made: 0, placed: 0 };
  const wishes = clipWishesOf(exercises, cues);
  const known = await clips.listKeys(recording_id);
  const cutter = new ClipCutter(audioStore, recording_id, parts);
  let made = 0;
  try {
    for (const { key, place, said_by } of wishes.filter((wish) => !known.has(wish.key))) {
      if (signal?.aborted) break;
      const { start_ms, end_ms } = await narrowPlace(place, listening, (from, to) => cutter.piece(from, to));
      const cut = await cutter.cut(key, start_ms, end_ms);
      if (cut && (await clips.add({ ...cut, recording_id, class_id, quote_key: key, said_by }))) made += 1;
    }
  } finally {
    await cutter.close();
  }
  await recordings.noteProblems(recording_id, cutter.problems);
  return { made, placed: wishes.length };
}
