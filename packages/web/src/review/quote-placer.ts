/** Words of a line, from one letter to another. */
export interface Place {
  line: number;
  start: number;
  end: number;
}

interface Word extends Place {
  word: string;
}

function wordsIn(text: string, line: number): Word[] {
  const found = text.replaceAll(/[’ʼ]/g, "'").matchAll(/[\p{L}\p{N}']+/gu);
  return [...found].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    line,
    start: index,
    end: index + word.length,
  }));
}

/**
 * Finds where quotes stand in a transcript: the first run of words that is the quote's, line by line; empty where it is
 * in none. The transcript is read once for all of them.
 */
export function quotePlacer(lines: readonly string[]): (quote: string) => readonly Place[] {
  const words = lines.flatMap(wordsIn);
  const starts = new Map<string, number[]>();
  words.forEach(({ word }, place) => {
    const known = starts.get(word);
    if (known) known.push(place);
    else starts.set(word, [place]);
  });
  const known = new Map<string, readonly Place[]>();
  const place = (quote: string): readonly Place[] => {
    const wanted = wordsIn(quote, 0).map(({ word }) => word);
    const start = (starts.get(wanted[0] ?? '') ?? []).find((from) =>
      wanted.every((word, offset) => words[from + offset]?.word === word),
    );
    return start === undefined ? [] : byLine(words.slice(start, start + wanted.length));
  };
  return (quote) => {
    const placed = known.get(quote) ?? place(quote);
    known.set(quote, placed);
    return placed;
  };
}

function byLine(words: readonly Word[]): Place[] {
  const places = new Map<number, Place>();
  for (const { line, start, end } of words) places.set(line, { line, start: places.get(line)?.start ?? start, end });
  return [...places.values()];
}

/** Something that was made of a quote. */
interface Quoting {
  key: string;
  quote: string;
}

/** Which keys quote each line of a transcript, in the order in which they are given. */
export function keysByLine(place: (quote: string) => readonly Place[], all: readonly Quoting[]): Map<number, string[]> {
  const keys = new Map<number, string[]>();
  for (const { key, quote } of all) {
    for (const { line } of place(quote)) keys.set(line, [...(keys.get(line) ?? []), key]);
  }
  return keys;
}
