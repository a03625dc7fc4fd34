import { lettersOf } from '@tulkka/shared/clips';
import { type Cue, findPrivateSpans } from '@tulkka/shared/transcripts';

/** Where in a recording something is heard, and in whose voice. */
export interface Place {
  start_ms: number;
  end_ms: number;
  speaker: string | null;
  /** The first cue of it, by its number. */
  cue: number;
  /** All that is said there and which words of it are the quote's; null where it holds the quote's words alone. */
  within: Within | null;
}

/** Some words among those of a stretch of sound, by the numbers of the first and the last. */
export interface Within {
  words: readonly string[];
  first: number;
  last: number;
}

/** A word as it stands in a cue, and where its letters begin among all that were said. */
interface SpokenWord {
  cue: number;
  /** Its number in its cue. */
  own: number;
  letters: number;
}

/** So much before and after is heard as well, where nothing else is said: times are cut close to the words. */
export const marginMs = 150;
/** What stands so many words beside something private is not heard. */
const wordsApart = 3;

/**
 * Finds the stretch of a recording in which a quote is said by one speaker: its words where their times are known, else
 * whole cues. Null rather than a wrong one: where its words begin or end inside other words, where cues have no times or
 * several speakers, and where something private is said in the same breath.
 */
export function quotePlacer(cues: readonly Cue[]): (quote: string, from?: number) => Place | null {
  const words: SpokenWord[] = [];
  const starts: number[] = [];
  const boundaries = new Set<number>();
  let said = '';
  for (const [cue, { text }] of cues.entries()) {
    starts.push(said.length);
    for (const [own, word] of wordsOf(text).entries()) {
      words.push({ cue, own, letters: said.length });
      for (const part of word.split(/[^\p{L}\p{N}'’]+/u)) {
        boundaries.add(said.length);
        said += lettersOf(part);
      }
      boundaries.add(said.length);
    }
  }
  const wordAt = (letter: number): number => words.findLastIndex(({ letters }) => letters <= letter);
  return (quote, from = 0) => {
    const letters = lettersOf(quote);
    if (letters === '') return null;
    for (let at = said.indexOf(letters, starts[from]); at >= 0; at = said.indexOf(letters, at + 1)) {
      if (!boundaries.has(at) || !boundaries.has(at + letters.length)) continue;
      const [first, last] = [words[wordAt(at)], words[wordAt(at + letters.length - 1)]];
      return first && last ? placeOf(cues, first, last) : null;
    }
    return null;
  };
}

function placeOf(cues: readonly Cue[], first: SpokenWord, last: SpokenWord): Place | null {
  const covered = cues.slice(first.cue, last.cue + 1);
  const speaker = covered[0]?.speaker ?? null;
  if (covered.some((cue) => cue.speaker !== speaker)) return null;
  const times = timesOfWords(covered);
  const words = covered.flatMap(({ text }) => wordsOf(text));
  const within = {
    words,
    first: first.own,
    last: words.length - wordsOf(covered.at(-1)?.text ?? '').length + last.own,
  };
  if (holdsPrivate(covered, words, times === null ? null : within)) return null;
  const found = times === null ? stretchOfCues(cues, first.cue, last.cue) : stretchOfWords(times, within);
  return found && { ...found, speaker, cue: first.cue, within: times === null ? within : null };
}

const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? [];

/** Start and end of every word of some cues; null where one of them has none, or other ones than its words. */
function timesOfWords(cues: readonly Cue[]): [number, number][] | null {
  const times: [number, number][] = [];
  for (const cue of cues) {
    const { start_ms, words = [] } = cue;
    if (start_ms === null || words.length === 0 || words.length !== 2 * wordsOf(cue.text).length) return null;
    for (let i = 0; i < words.length; i += 2) times.push([start_ms + (words[i] ?? 0), start_ms + (words[i + 1] ?? 0)]);
  }
  return times;
}

function stretchOfCues(cues: readonly Cue[], first: number, last: number) {
  const [begin, end] = [cues[first]?.start_ms ?? null, cues[last]?.end_ms ?? null];
  if (begin === null || end === null) return null;
  const before = cues[first - 1]?.end_ms ?? 0;
  const after = cues[last + 1]?.start_ms ?? Number.POSITIVE_INFINITY;
  return withMargins(begin, end, before, after);
}

/** The stretch of some words among others, whose times are known. */
export function stretchOfWords(times: readonly [number, number][], { first, last }: Pick<Within, 'first' | 'last'>) {
  const [begin, end] = [times[first]?.[0], times[last]?.[1]];
  if (begin === undefined || end === undefined) return null;
  return withMargins(begin, end, times[first - 1]?.[1] ?? 0, times[last + 1]?.[0] ?? Number.POSITIVE_INFINITY);
}

/** With a little air, which reaches into nothing else that is said. */
const withMargins = (begin: number, end: number, before: number, after: number) => ({
  start_ms: Math.max(0, Math.min(begin, Math.max(begin - marginMs, before))),
  end_ms: Math.max(end, Math.min(end + marginMs, after)),
});

/** Whether something private is said in the stretch, or so near to the words alone that it might be heard. */
function holdsPrivate(covered: readonly Cue[], words: readonly string[], alone: Within | null): boolean {
  const spans = findPrivateSpans(words.join(' '));
  if (alone === null || covered.length === 0) return spans.length > 0;
  const charsBefore = (count: number): number => words.slice(0, Math.max(0, count)).join(' ').length;
  const [from, to] = [charsBefore(alone.first - wordsApart), charsBefore(alone.last + 1 + wordsApart)];
  return spans.some(({ start, end }) => start < to && end > from);
}
