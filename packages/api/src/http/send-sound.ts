import { pipeline } from 'node:stream/promises';
import type { AudioStore } from '@tulkka/shared/audio-store';
import type { Request, Response } from 'express';

/** Sound of the store that a route answers with. What is heard under one tag never changes. */
export interface SoundAnswer {
  store: AudioStore;
  name: string;
  size: number;
  contentType: string;
  tag: string;
}

const yearSeconds = 31_536_000;

/** Sends sound, or the part of it that was asked for; the browser may keep it, and nobody on the way. */
export async function sendSound(request: Request, response: Response, sound: SoundAnswer): Promise<void> {
  const { store, name, size, contentType, tag } = sound;
  response.set({
    'Content-Type': contentType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': `private, max-age=${yearSeconds}, immutable`,
    ETag: `"${tag}"`,
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const ranges = request.range(size);
  if (ranges === -1) {
    response.status(416).set('Content-Range', `bytes */${size}`).end();
    return;
  }
  // Several ranges at once are answered with the whole, as HTTP allows.
  const [only, second] = typeof ranges === 'object' ? ranges : [];
  const part = only && second === undefined ? { from: only.start, to: only.end } : { from: 0, to: size - 1 };
  if (only && second === undefined) {
    response.status(206).set('Content-Range', `bytes ${part.from}-${part.to}/${size}`);
  }
  response.set('Content-Length', String(part.to - part.from + 1));
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(await store.read(name, part), response);
}
