import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { AudioStore } from '@tulkka/shared/audio-store';
import { ConflictError, NotFoundError } from '@tulkka/shared/errors';
import { type PartedUpload, uploadPartName } from '@tulkka/shared/repositories';

type Sizes = Pick<PartedUpload, 'id' | 'size' | 'part_size'>;

/** How many parts an upload has. */
export const countParts = ({ size, part_size }: Pick<Sizes, 'size' | 'part_size'>): number =>
  Math.ceil(size / part_size);

/** How long a part is, counted from 1: all are equal but the last. */
export const lengthOfPart = ({ size, part_size }: Pick<Sizes, 'size' | 'part_size'>, part: number): number =>
  Math.min(part_size, size - (part - 1) * part_size);

/** Under which names all parts of an upload lie. */
export const namesOfParts = (upload: Sizes): string[] =>
  Array.from({ length: countParts(upload) }, (_, i) => uploadPartName(upload.id, i + 1));

/** A part that was noted is not in the store, or not whole. */
export class LostPartError extends ConflictError {
  constructor(readonly part: number) {
    super(`Part ${part} has to be sent again: the store for sound does not have it whole.`);
  }
}

/** SHA-256 of the whole, read through once. */
export async function hashParts(store: AudioStore, upload: Sizes): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readParts(store, upload)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Puts the parts together under a name of the store; no more is held in memory than passes.
 * @param hash of the whole. @throws ConflictError when a part was sent anew since it was computed: then nothing is stored
 */
export async function joinParts(store: AudioStore, upload: Sizes, name: string, hash: string): Promise<void> {
  let failure: unknown;
  async function* checked(): AsyncGenerator<Buffer> {
    try {
      const again = createHash('sha256');
      for await (const chunk of readParts(store, upload)) {
        again.update(chunk);
        yield chunk;
      }
      if (again.digest('hex') !== hash) throw new ConflictError('A part came anew meanwhile: finish once more.');
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  await store.put(name, Readable.from(checked(), { objectMode: false })).catch((error: unknown) => {
    // What ended the stream says more than the store, to which it only broke off.
    throw failure ?? error;
  });
}

async function* readParts(store: AudioStore, upload: Sizes): AsyncGenerator<Buffer> {
  for (const [i, name] of namesOfParts(upload).entries()) {
    const content = await store.read(name).catch((error: unknown) => {
      throw error instanceof NotFoundError ? new LostPartError(i + 1) : error;
    });
    let size = 0;
    for await (const chunk of content) {
      const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
      size += bytes.length;
      yield bytes;
    }
    if (size !== lengthOfPart(upload, i + 1)) throw new LostPartError(i + 1);
  }
}
