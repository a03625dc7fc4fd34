import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DependencyUnavailableError, UpstreamError } from '../errors/index.ts';

/** A file that grows beside its final place, and moves there when it is whole. */
export class PartFile {
  private readonly part: string;

  constructor(private readonly path: string) {
    this.part = `${path}.part`;
  }

  /** Bytes that are there already, from an attempt that was cut. */
  async size(): Promise<number> {
    const found = await stat(this.part).catch(() => undefined);
    return found?.size ?? 0;
  }

  async discard(): Promise<void> {
    await rm(this.part, { force: true });
  }

  /**
   * Streams a body to the end of the file (or from its beginning) and stops when it grows past `maxBytes`.
   * What arrived before a cut stays.
   */
  async receive(body: Readable, from: number, maxBytes: number, onBytes?: (total: number) => void): Promise<void> {
    await mkdir(dirname(this.part), { recursive: true });
    let total = from;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        total += chunk.length;
        if (total > maxBytes) return done(tooLarge(maxBytes));
        onBytes?.(total);
        done(null, chunk);
      },
    });
    await pipeline(body, meter, createWriteStream(this.part, { flags: from > 0 ? 'a' : 'w', flush: true }));
  }

  /** The first bytes, to see what kind of file it is. */
  async head(bytes: number): Promise<string> {
    const file = await open(this.part);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async finish(): Promise<void> {
    await rename(this.part, this.path);
  }
}

/** The error for a file that we will not take. */
export function tooLarge(maxBytes: number): UpstreamError {
  return new UpstreamError(
    `The recording’s file is larger than the ${maxBytes} bytes that we take (MAX_AUDIO_BYTES for audio).`,
  );
}

const diskFaults = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EIO']);

/** Our own disk's fault, which no other attempt at the network mends; undefined for any other error. */
export function diskFault(error: unknown): DependencyUnavailableError | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (!diskFaults.has(code)) return undefined;
  return new DependencyUnavailableError(
    `A recording cannot be stored under DATA_DIR (${code}): make room or mend its rights.`,
    {
      cause: error,
    },
  );
}
