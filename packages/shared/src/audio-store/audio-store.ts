import type { Readable } from 'node:stream';

/** What belongs together in the store: whole recordings, what is cut from them, and parts of recordings that still arrive. */
export type AudioFolder = 'recordings' | 'clips' | 'uploads';

/** A file of the store; `name` is its folder and its own name: `recordings/1f….m4a`. */
export interface StoredAudio {
  name: string;
  size: number;
  storedAt: Date;
}

/** Bytes of a file, both ends included. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Where sound is kept, so that any process on any machine finds it. */
export interface AudioStore {
  /** Stores a file whole or not at all; one of the same name is replaced. Nothing is held in memory. */
  put(name: string, content: Readable): Promise<void>;
  /** A file, or a part of it, as a stream. @throws NotFoundError where there is none */
  read(name: string, range?: ByteRange): Promise<Readable>;
  /** The size of a file; undefined where there is none. */
  sizeOf(name: string): Promise<number | undefined>;
  /** Everything in a folder. */
  list(folder: AudioFolder): AsyncIterable<StoredAudio>;
  /** Removes files; those that are gone already are fine. */
  delete(names: readonly string[]): Promise<void>;
}

const nameForm = /^(recordings|clips|uploads)\/[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/;

/** Whether a path is a name of the store: a folder of its own and a plain name, which leads nowhere else. */
export const isStoredName = (path: string): boolean => nameForm.test(path);

/** @throws RangeError for a name that could lead out of the store */
export function requireStoredName(name: string): string {
  if (!isStoredName(name))
    throw new RangeError('No name of the audio store: use recordings/NAME, clips/NAME or uploads/NAME.');
  return name;
}
