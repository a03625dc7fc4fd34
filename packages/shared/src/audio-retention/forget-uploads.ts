import type { Knex } from 'knex';
import type { AudioStore } from '../audio-store/index.ts';
import { inTransaction } from '../database/index.ts';
import { UploadRepository, uploadPartName } from '../repositories/index.ts';

interface UploadPlaces {
  games: Knex;
  audioStore: AudioStore;
}

const atOnce = 50;

/**
 * Removes uploads that nobody went on with since a moment. Their rows first: files that are left without them are
 * orphans later, while a row without its files would promise parts that are gone.
 */
export async function removeOutdatedUploads(places: UploadPlaces, before: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const outdated = await new UploadRepository(places.games).listOutdated(before, atOnce);
    for (const id of outdated) await forget(places, id, (uploads) => uploads.removeOutdated(id, before));
    removed += outdated.length;
    if (outdated.length < atOnce) return removed;
  }
}

/** Forgets all uploads that somebody sends, that are of them, or for one of these classes. @returns how many parts there were */
export async function forgetUploads(
  places: UploadPlaces,
  userId: string,
  classIds: readonly string[],
): Promise<number> {
  let parts = 0;
  for (const id of await new UploadRepository(places.games).listAbout(userId, classIds)) {
    parts += await forget(places, id, (uploads) => uploads.remove(id));
  }
  return parts;
}

async function forget(
  { games, audioStore }: UploadPlaces,
  id: string,
  remove: (uploads: UploadRepository) => Promise<number[]>,
): Promise<number> {
  const parts = await inTransaction(games, (transaction) => remove(new UploadRepository(transaction)));
  await audioStore.delete(parts.map((part) => uploadPartName(id, part)));
  return parts.length;
}
