import type { Knex } from 'knex';
import type { AudioFolder, AudioStore } from '../audio-store/index.ts';
import { inTransaction } from '../database/index.ts';
import {
  ClipRepository,
  type KeptRecording,
  RecordingAudioRepository,
  UploadRepository,
} from '../repositories/index.ts';
import { removeOutdatedUploads } from './forget-uploads.ts';

const dayMs = 86_400_000;
/** A recording of a class that keeps clips alone is needed until its exercises are published, and not much longer. */
const longestForClipsMs = 30 * dayMs;
/** What was put a moment ago may not be noted yet. */
const youngMs = dayMs;
/** Few enough names for one address line of PostgREST. */
const atOnce = 50;

/** What keeps sound no longer than its people said. */
export interface SoundPlaces {
  games: Knex;
  audioStore: AudioStore;
  /** Those of these files of the store that a lesson on its way still needs. */
  listAwaited: (names: readonly string[]) => Promise<Set<string>>;
}

/** What was removed. */
export interface AudioRemoval {
  recordings: number;
  clips: number;
  /** Recordings that began to arrive and never came whole, and notes of those that did. */
  uploads: number;
  orphans: number;
}

/**
 * Removes what is kept no longer: the sound of classes that keep none, recordings whose clips are cut and published or
 * that are a month old, uploads that nobody goes on with, and files that nothing names. Safe to repeat and to break off.
 */
export async function removeOutdatedAudio(places: SoundPlaces, now = Date.now()): Promise<AudioRemoval> {
  const recordings = await removeRecordings(places, now);
  const clips = await removeUnwantedClips(places);
  const uploads = await removeOutdatedUploads(places, new Date(now - youngMs));
  let orphans = 0;
  for (const folder of ['recordings', 'clips', 'uploads'] as const) orphans += await removeOrphans(places, folder, now);
  return { recordings, clips, uploads, orphans };
}

/** Forgets the sound of a recording: all of it, or the recording itself and the voices of its learners. */
export async function forgetAudio(
  { games, audioStore }: Pick<SoundPlaces, 'games' | 'audioStore'>,
  recordingId: string,
  voices: 'all' | 'not the teacher’s' = 'all',
): Promise<number> {
  const [clips, recordings] = [new ClipRepository(games), new RecordingAudioRepository(games)];
  const files = await clips.listFiles(recordingId, voices);
  const parts = (await recordings.listParts(recordingId)).map(({ audio_name }) => audio_name);
  await audioStore.delete([...files, ...parts]);
  await inTransaction(games, async (transaction) => {
    await new ClipRepository(transaction).forget(recordingId, voices);
    await new RecordingAudioRepository(transaction).forget(recordingId);
  });
  return files.length + parts.length;
}

async function removeRecordings({ games, audioStore }: SoundPlaces, now: number): Promise<number> {
  const repository = new RecordingAudioRepository(games);
  let removed = 0;
  for (let after: Date | null = null; ; ) {
    const kept: KeptRecording[] = await repository.listKept(atOnce, after);
    for (const { recording_id } of kept.filter((one) => isOutdated(one, now))) {
      const parts = await repository.listParts(recording_id);
      await audioStore.delete(parts.map(({ audio_name }) => audio_name));
      await repository.forget(recording_id);
      removed += 1;
    }
    if (kept.length < atOnce) return removed;
    after = kept.at(-1)?.created_at ?? null;
  }
}

const isOutdated = ({ keep_audio, is_published, created_at }: KeptRecording, now: number): boolean => {
  if (keep_audio === 'all') return false;
  return keep_audio === 'none' || is_published || now - created_at.getTime() > longestForClipsMs;
};

async function removeUnwantedClips(places: SoundPlaces): Promise<number> {
  const clips = new ClipRepository(places.games);
  let removed = 0;
  for (;;) {
    const recordings = await clips.listUnwanted(atOnce);
    for (const recordingId of recordings) removed += await forgetAudio(places, recordingId);
    if (recordings.length < atOnce) return removed;
  }
}

async function removeOrphans(places: SoundPlaces, folder: AudioFolder, now: number): Promise<number> {
  const old: string[] = [];
  for await (const { name, storedAt } of places.audioStore.list(folder)) {
    if (now - storedAt.getTime() > youngMs) old.push(name);
  }
  let removed = 0;
  for (let i = 0; i < old.length; i += atOnce) {
    const names = old.slice(i, i + atOnce);
    const named = await listNamed(places, folder, names);
    const orphans = names.filter((name) => !named.has(name));
    await places.audioStore.delete(orphans);
    removed += orphans.length;
  }
  return removed;
}

async function listNamed({ games, listAwaited }: SoundPlaces, folder: AudioFolder, names: readonly string[]) {
  if (folder === 'clips') return new ClipRepository(games).listNamed(names);
  if (folder === 'uploads') return new UploadRepository(games).listNamed(names);
  const kept = await new RecordingAudioRepository(games).listNamed(names);
  return new Set([...kept, ...(await listAwaited(names))]);
}
