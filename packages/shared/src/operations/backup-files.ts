import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { ValidationError } from '../errors/index.ts';
import { ArchivedRow } from '../lessons/index.ts';

/** What a backup's folder holds, and the proof that it is whole: written last. */
export const BackupManifest = z.object({
  version: z.string(),
  created_at: z.string(),
  games: z.enum(['sqlite', 'mysql']),
  /** Migrations that the games database had had. */
  migrations: z.array(z.string()),
  rows: z.record(z.string(), z.number()),
  /** SHA-256 of each file. */
  files: z.record(z.string(), z.string()),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

const manifestName = 'manifest.json';
/** Only the owner reads: a backup holds everything. */
export const ownerOnly = 0o600;

/** Writes bytes into a compressed file. */
export async function writeGzip(file: string, source: Readable): Promise<void> {
  await pipeline(source, createGzip(), createWriteStream(file, { mode: ownerOnly }));
}

/** The bytes of a compressed file. */
export function readGzip(file: string): Readable {
  const unzip = createGunzip();
  // An unreadable file ends the reading with its reason.
  createReadStream(file)
    .on('error', (error) => unzip.destroy(error))
    .pipe(unzip);
  return unzip;
}

/** Rows of a compressed file with one JSON object in each line. */
export async function* readRows(file: string): AsyncGenerator<ArchivedRow> {
  for await (const line of createInterface({ input: readGzip(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '') yield ArchivedRow.parse(JSON.parse(line));
  }
}

/** The SHA-256 of a file. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: ownerOnly });
}

/**
 * The manifest of a backup whose files are all there and unchanged.
 * @throws ValidationError that says what is wrong with the folder
 */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const refuse = (why: string) => new ValidationError([{ path: folder, message: why }], `${folder} ${why}`);
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) throw refuse('is not a whole backup: it has no manifest.json, which is written last.');
  const manifest = BackupManifest.parse(JSON.parse(text));
  for (const [name, digest] of Object.entries(manifest.files)) {
    const found = await digestOf(join(folder, name)).catch(() => null);
    if (found !== digest)
      throw refuse(`is damaged: ${name} is ${found === null ? 'missing' : 'not what was written'}.`);
  }
  return manifest;
}
