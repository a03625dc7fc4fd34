import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AudioStore } from '../audio-store/index.ts';
import { NotFoundError } from '../errors/index.ts';
import type { ExportedClip } from './users-export.ts';

/**
 * Writes clips of an export as files that only their owner can read. One whose sound is gone is left out.
 * @returns how many were written
 */
export async function writeExportedClips(
  audioStore: AudioStore,
  clips: readonly Pick<ExportedClip, 'file'>[],
  folder: string,
): Promise<number> {
  if (clips.length > 0) await mkdir(folder, { recursive: true, mode: 0o700 });
  let written = 0;
  for (const { file } of clips) {
    try {
      const sound = await audioStore.read(`clips/${file}`);
      await pipeline(sound, createWriteStream(join(folder, file), { mode: 0o600 }));
      written += 1;
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  return written;
}
