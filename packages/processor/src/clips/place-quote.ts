import { isClipLength, lettersOf } from '@tulkka/shared/clips';
import { type Cue, findPrivateSpans } from '@tulkka/shared/transcripts';

/** Where in a recording something is heard, and in whose voice. */
export interface Place {
  start_ms: number;
  end_ms: number;
  speaker: string | null;
  /** The first cue of it, by its number. */
  cue: number;
}

/** So much before and after a cue is heard as well, where nobody else speaks: times are cut close to the words. */
const marginMs = 150;

/**
 * Finds the stretch of a recording in which a quote is said, whole cues of one speaker. Null rather than a wrong one:
 * where its words begin or end inside other words, where cues have no times or several speakers, where it would be too
 * long or too short, and where something private is said in the same breath.
 */
export function quotePlacer(cues: readonly Cue[]): (quote: string, from?: number) => Place | null {
  const starts: number[] = [];
  const boundaries = new Set<number>();
  let said = '';
  for (const { text } of cues) {
    starts.push(said.length);
    for (const word of text.split(/[^\p{L}\p{N}'’]+/u)) {
      boundaries.add(said.length);
      said += lettersOf(word);
    }
    boundaries.add(said.length);
  }
  const cueAt = (letter: number): number => starts.findLastIndex((start) => start <= letter);
  return (quote, from = 0) => {
    const letters = lettersOf(quote);
    if (letters === '') return null;
    for (let at = said.indexOf(letters, starts[from]); at >= 0; at = said.indexOf(letters, at + 1)) {
      if (!boundaries.has(at) || !boundaries.has(at + letters.length)) continue;
      return placeOf(cues, cueAt(at), cueAt(at + letters.length - 1));
    }
    return null;
  };
}

function placeOf(cues: readonly Cue[], first: number, last: number): Place | null {
  const covered = cues.slice(first, last + 1);
  const [begin, end] = [covered[0], covered.at(-1)];
  if (begin === undefined || end === undefined || begin.start_ms === null || end.end_ms === null) return null;
  if (covered.some(({ speaker }) => speaker !== begin.speaker)) return null;
  if (findPrivateSpans(covered.map(({ text }) => text).join(' ')).length > 0) return null;
  const before = cues[first - 1]?.end_ms ?? 0;
  const after = cues[last + 1]?.start_ms ?? Number.POSITIVE_INFINITY;
  const start_ms = Math.max(0, Math.min(begin.start_ms, Math.max(begin.start_ms - marginMs, before)));
  const end_ms = Math.max(end.end_ms, Math.min(end.end_ms + marginMs, after));
  if (!isClipLength(start_ms, end_ms)) return null;
  return { start_ms, end_ms, speaker: begin.speaker, cue: first };
}
