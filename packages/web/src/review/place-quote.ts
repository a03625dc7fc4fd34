const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/[’ʼ]/g, "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];

/** The lines of a transcript that a quote stands in: the first run of words that is the quote's. Empty where it is in none. */
export function placeQuote(lines: readonly string[], quote: string): number[] {
  const wanted = wordsIn(quote);
  if (wanted.length === 0) return [];
  const words = lines.flatMap((line, place) => wordsIn(line).map((word) => ({ word, place })));
  for (let start = 0; start + wanted.length <= words.length; start += 1) {
    if (wanted.every((word, offset) => words[start + offset]?.word === word)) {
      return [...new Set(words.slice(start, start + wanted.length).map(({ place }) => place))];
    }
  }
  return [];
}
