/** What somebody said at some time of a recording. */
export interface SpokenCue {
  start_ms: number | null;
  /** As the recording labels them; null where it does not. */
  speaker: string | null;
  text: string;
}

/** Letters and digits only: quotes are mended in their spaces and marks. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Says where in a recording a quote was said: the cue that its first words stand in; null where none is. */
export function quotePlacer(cues: readonly SpokenCue[]): (quote: string) => SpokenCue | null {
  const starts: { from: number; cue: SpokenCue }[] = [];
  let said = '';
  for (const cue of cues) {
    starts.push({ from: said.length, cue });
    said += lettersOf(cue.text);
  }
  return (quote) => {
    const letters = lettersOf(quote);
    const place = letters === '' ? -1 : said.indexOf(letters);
    if (place < 0) return null;
    return starts.findLast(({ from }) => from <= place)?.cue ?? null;
  };
}
