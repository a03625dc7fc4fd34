import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type AudioStore, isStoredName } from '@tulkka/shared/audio-store';
import { AppError } from '@tulkka/shared/errors';

/** Recorded sound, wherever it lies; read as a stream, for it may be larger than the memory. */
export interface Sound {
  /** What it is called where it lies; its ending tells the format. */
  name: string;
  size: number;
  open(): Promise<Readable>;
}

/** Sound in a file of this machine. */
export async function soundFile(path: string): Promise<Sound> {
  const { size } = await stat(path);
  return { name: path, size, open: async () => createReadStream(path) };
}

/**
 * Sound that a lesson names. Lessons of before the store name a file of the machine that took them in.
 * @throws AppError where it is gone: nothing will bring it back
 */
export async function storedSound(store: AudioStore, name: string): Promise<Sound> {
  if (!isStoredName(name)) return soundFile(name);
  const size = await store.sizeOf(name);
  if (size === undefined) {
    throw new AppError('upstream_failed', 'The recording is not in the store for sound any more: upload it again.');
  }
  return { name, size, open: () => store.read(name) };
}
