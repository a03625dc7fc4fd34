import { hasFfmpeg, hasPocketsphinx } from '@tulkka/shared/programs';
import { decodeSound, type Samples } from './decode-sound.ts';
import { marginMs, type Place, stretchOfWords } from './place-quote.ts';
import { Pocketsphinx } from './pocketsphinx.ts';
import type { CutSound } from './sound-file.ts';
import { soundingPart } from './sounding-part.ts';
import type { WordAligner } from './word-aligner.ts';

/** What of this machine can listen to a recording. */
export interface Listening {
  decode(content: Buffer): Promise<Samples>;
  /** null where the machine has none. */
  aligner: WordAligner | null;
}

/** Listening with the programs that this machine has; null without a decoder. */
export function createListening(): Listening | null {
  if (!hasFfmpeg()) return null;
  return { decode: decodeSound, aligner: hasPocketsphinx() ? new Pocketsphinx() : null };
}

/** A longer one is heard through for silence at its ends. */
const comfortableMs = 8000;
/** Nobody listens to more than this for the sake of one quote. */
const longestMs = 60_000;

/**
 * Makes a stretch that is known by its cues alone as short as listening can: the quote's own words where an aligner hears
 * them, else without the silence at its ends where it is long. What cannot be heard stays as it is.
 * @param cut a piece of the recording
 */
export async function narrowPlace(
  place: Place,
  listening: Listening | null,
  cut: (startMs: number, endMs: number) => Promise<CutSound | null>,
): Promise<Place> {
  const { within, start_ms, end_ms } = place;
  if (within === null || listening === null || end_ms - start_ms > longestMs) return place;
  const isAll = within.first === 0 && within.last === within.words.length - 1;
  const isLong = end_ms - start_ms > comfortableMs;
  if (isAll && !isLong) return place;
  const piece = await cut(start_ms, end_ms);
  const samples = piece && (await listening.decode(piece.content).catch(() => null));
  if (!piece || !samples) return place;
  const shorter = (from: number, to: number): Place => ({
    ...place,
    start_ms: Math.max(start_ms, Math.round(piece.startMs + from)),
    end_ms: Math.min(end_ms, Math.round(piece.startMs + to)),
  });
  const times = await (listening.aligner?.align(samples, within.words) ?? Promise.resolve(null)).catch(() => null);
  const words = times && stretchOfWords(times, within);
  if (words) return shorter(words.start_ms, words.end_ms);
  const sounding = isLong ? soundingPart(samples) : null;
  return sounding ? shorter(sounding[0] - marginMs, sounding[1] + marginMs) : place;
}
