import { Readable } from 'node:stream';
import type { ByteRange } from '../audio-store/index.ts';

/** The bytes of a range out of a whole file, which is read no further than needed. */
export function cutToRange(content: Readable, { from, to }: ByteRange): Readable {
  async function* part(): AsyncGenerator<Buffer> {
    let at = 0;
    for await (const chunk of content) {
      const bytes = Buffer.from(chunk);
      const wanted = bytes.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at));
      if (wanted.length > 0) yield wanted;
      at += bytes.length;
      if (at > to) return;
    }
  }
  return Readable.from(part(), { objectMode: false });
}
