/** What was said at some time of a recording. */
export interface TimedCue {
  start_ms: number | null;
  text: string;
}

/** Letters and digits only: quotes are mended in their spaces and marks. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Says when in a recording a quote was said: where the cue begins that its first words stand in; null where none is. */
export function quotePlacer(cues: readonly TimedCue[]): (quote: string) => number | null {
  const starts: { from: number; ms: number | null }[] = [];
  let said = '';
  for (const { start_ms: ms, text } of cues) {
    starts.push({ from: said.length, ms });
    said += lettersOf(text);
  }
  return (quote) => {
    const letters = lettersOf(quote);
    const place = letters === '' ? -1 : said.indexOf(letters);
    if (place < 0) return null;
    return starts.findLast(({ from }) => from <= place)?.ms ?? null;
  };
}
