import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NotFoundError } from '../errors/index.ts';
import {
  type AudioFolder,
  type AudioStore,
  type ByteRange,
  requireStoredName,
  type StoredAudio,
} from './audio-store.ts';

const partEnding = '.part';
const mostAtOnce = 64 * 1024;

/** Sound in a folder: of a laptop, or one that all machines mount. */
export class FolderAudioStore implements AudioStore {
  constructor(private readonly folder: string) {}

  async put(name: string, content: Readable): Promise<void> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true });
    // Written aside and moved: a crash leaves no half file that looks whole.
    const part = `${path}.${randomUUID()}${partEnding}`;
    try {
      await pipeline(content, createWriteStream(part, { flush: true }));
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async read(name: string, range?: ByteRange): Promise<Readable> {
    if ((await this.sizeOf(name)) === undefined) throw new NotFoundError('The recording');
    if (!range) return createReadStream(this.pathOf(name));
    // No more is set aside for a piece than it holds.
    const highWaterMark = Math.min(mostAtOnce, range.to - range.from + 1);
    return createReadStream(this.pathOf(name), { start: range.from, end: range.to, highWaterMark });
  }

  async sizeOf(name: string): Promise<number | undefined> {
    try {
      return (await stat(this.pathOf(name))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async *list(folder: AudioFolder): AsyncGenerator<StoredAudio> {
    for (const own of await this.namesIn(folder)) {
      const found = await stat(join(this.folder, folder, own)).catch(() => undefined);
      if (found?.isFile()) yield { name: `${folder}/${own}`, size: found.size, storedAt: found.mtime };
    }
  }

  async delete(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    return join(this.folder, requireStoredName(name));
  }

  private async namesIn(folder: AudioFolder): Promise<string[]> {
    try {
      return (await readdir(join(this.folder, folder))).filter((name) => !name.endsWith(partEnding)).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');
