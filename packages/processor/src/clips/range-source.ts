import { buffer } from 'node:stream/consumers';
import type { AudioStore } from '@tulkka/shared/audio-store';
import { CustomSource } from 'mediabunny';

/** A recording is read in stretches of this many bytes: two or three of them hold a clip. */
const stretchBytes = 12 * 1024;

/** Reads a file of the store by ranges: what stands beside the wanted bytes comes along, and is read once. */
export function rangeSource(store: AudioStore, name: string, size: number): CustomSource {
  let held = { from: 0, bytes: Buffer.alloc(0) };
  return new CustomSource({
    getSize: () => size,
    read: async (start, end) => {
      const isHeld = start >= held.from && end <= held.from + held.bytes.length;
      if (!isHeld) {
        const to = Math.min(size, Math.max(end, start + stretchBytes)) - 1;
        held = { from: start, bytes: await buffer(await store.read(name, { from: start, to })) };
      }
      return held.bytes.subarray(start - held.from, end - held.from);
    },
    prefetchProfile: 'none',
  });
}
