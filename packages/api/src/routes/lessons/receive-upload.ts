import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AudioStore } from '@tulkka/shared/audio-store';
import type { Config } from '@tulkka/shared/config';
import { AppError, ValidationError } from '@tulkka/shared/errors';
import { audioNameOfFile, kindOfLessonFile, lessonFileEndings, topicOfFile } from '@tulkka/shared/lessons';
import { largestTranscriptFile } from '@tulkka/shared/transcripts';
import busboy from 'busboy';
import type { Request } from 'express';

/** A file and the fields that came with it. */
export interface Upload {
  fields: Record<string, string>;
  /** The file's name without its ending. */
  title: string;
  /** SHA-256 of the content: what makes the recording itself. */
  hash: string;
  /** A transcript's bytes; empty for audio. */
  bytes: Buffer;
  /** Where the audio will stand in the store once it is kept; null for a transcript. */
  audioName: string | null;
  /** Puts the audio into the store. */
  keep(store: AudioStore): Promise<void>;
  /** Removes what was not kept. */
  discard(): Promise<void>;
}

interface ReceivedFile {
  name: string;
  hash: string;
  bytes: Buffer;
  part: string | null;
}

/** Reads a multipart body: transcripts into memory, audio straight to disk below DATA_DIR, where its name is found. */
export async function receiveUpload(request: Request, config: Config): Promise<Upload> {
  const folder = join(config.dataDir, 'uploads');
  const fields: Record<string, string> = {};
  let file: Promise<ReceivedFile> | null = null;
  const parser = openParser(request);
  parser.on('field', (name, value) => {
    fields[name] = value;
  });
  parser.on('file', (_field, stream, info) => {
    file ??= receiveFile(stream, info.filename ?? '', folder, config.maxAudioBytes);
    // Heard below; until then it must not count as unhandled.
    file.catch(() => stream.resume());
  });
  await pipeline(request, parser).catch((error: unknown) => {
    throw new ValidationError(
      [{ path: 'form', message: 'is not a whole multipart/form-data body' }],
      describeCut(error),
    );
  });
  if (file === null)
    throw new ValidationError([{ path: 'file', message: 'is missing: send a .vtt, .txt or audio file' }]);
  return toUpload(await (file as Promise<ReceivedFile>), fields);
}

function openParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      limits: { files: 1, fields: 20, fieldSize: 4096 },
      defParamCharset: 'utf8',
    });
  } catch {
    throw new AppError('unsupported_media_type', 'Send multipart/form-data with the fields and one file.');
  }
}

async function receiveFile(
  stream: Readable,
  filename: string,
  folder: string,
  maxAudioBytes: number,
): Promise<ReceivedFile> {
  const name = basename(filename);
  const ending = extname(name).toLowerCase();
  const kind = kindOfLessonFile(name);
  if (kind === null) {
    const endings = Object.values(lessonFileEndings).flat();
    throw new ValidationError([{ path: 'file', message: `must end in ${endings.join(', ')}` }]);
  }
  const isAudio = kind === 'audio';
  const hash = createHash('sha256');
  const counted = measure(hash, isAudio ? maxAudioBytes : largestTranscriptFile);
  if (!isAudio) {
    const bytes = await pipeline(stream, counted, async (source) => Buffer.concat(await Array.fromAsync(source)));
    return { name, hash: hash.digest('hex'), bytes, part: null };
  }
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${randomUUID()}${ending}.part`);
  await pipeline(stream, counted, createWriteStream(part)).catch(async (error: unknown) => {
    await rm(part, { force: true });
    throw error;
  });
  return { name, hash: hash.digest('hex'), bytes: Buffer.alloc(0), part };
}

/** Hashes what passes, and ends it when it grows too large. */
function measure(hash: ReturnType<typeof createHash>, most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > most) done(new AppError('payload_too_large', `The file is larger than ${most} bytes.`));
      else done(null, chunk);
    },
    flush(done) {
      done(size === 0 ? new ValidationError([{ path: 'file', message: 'is empty' }]) : null);
    },
  });
}

function toUpload(file: ReceivedFile, fields: Record<string, string>): Upload {
  const audioName = file.part === null ? null : audioNameOfFile(file.hash, file.name);
  return {
    fields,
    title: topicOfFile(file.name),
    hash: file.hash,
    bytes: file.bytes,
    audioName,
    keep: async (store) => {
      if (file.part !== null && audioName !== null) await store.put(audioName, createReadStream(file.part));
    },
    discard: async () => {
      if (file.part !== null) await rm(file.part, { force: true });
    },
  };
}

const describeCut = (error: unknown): string =>
  `The upload ended before it was whole${error instanceof Error ? ` (${error.message})` : ''}. Send it again.`;
