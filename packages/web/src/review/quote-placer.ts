/** Words of a line, from one letter to another. */
export interface Place {
  line: number;
  start: number;
  end: number;
}

const straight = (text: string): string => text.replaceAll(/[’ʼ]/g, "'");

/** The words of a text, each behind a space. */
const plain = (text: string): string =>
  ` ${straight(text)
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()}`
    .trimEnd()
    .toLowerCase();

/** Where the words of a line stand in it. */
const wordsIn = (text: string): { start: number; end: number }[] =>
  [...straight(text).matchAll(/[\p{L}\p{N}']+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));

const countWords = (text: string): number => text.split(' ').length - 1;

/**
 * Finds where quotes stand in a transcript: the first run of words that is the quote's, line by line; empty where it is
 * in none. Of an hour of talk only the lines that are quoted are taken apart.
 */
export function quotePlacer(lines: readonly string[]): (quote: string) => readonly Place[] {
  const said = lines.map(plain);
  const starts: number[] = [];
  let length = 0;
  for (const text of said) {
    starts.push(length);
    length += text.length;
  }
  const whole = `${said.join('')} `;
  const place = (quote: string): readonly Place[] => {
    const wanted = plain(quote);
    const at = wanted === '' ? -1 : whole.indexOf(`${wanted} `);
    if (at < 0) return [];
    const found: Place[] = [];
    let left = countWords(wanted);
    let line = starts.findLastIndex((start) => start <= at);
    let skipped = countWords(whole.slice(starts[line], at));
    for (; left > 0 && line < lines.length; line += 1) {
      const words = wordsIn(lines[line] ?? '').slice(skipped, skipped + left);
      const [first, last] = [words[0], words.at(-1)];
      if (first && last) found.push({ line, start: first.start, end: last.end });
      left -= words.length;
      skipped = 0;
    }
    return found;
  };
  const known = new Map<string, readonly Place[]>();
  return (quote) => {
    const placed = known.get(quote) ?? place(quote);
    known.set(quote, placed);
    return placed;
  };
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
