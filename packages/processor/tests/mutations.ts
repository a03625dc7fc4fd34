/** One cue of a WebVTT file, as the mutations below need it. */
interface Line {
  times: string;
  speaker: string | null;
  text: string;
}

function linesOf(vtt: string): Line[] {
  return vtt.split(/\r?\n\r?\n/).flatMap((block) => {
    const rows = block.split(/\r?\n/);
    const at = rows.findIndex((row) => row.includes('-->'));
    const times = rows[at];
    if (times === undefined) return [];
    const [, speaker, text] = /^(\p{Lu}[^:.?!]{0,40}): (.*)$/su.exec(rows.slice(at + 1).join(' ')) ?? [];
    return [{ times, speaker: speaker ?? null, text: text ?? rows.slice(at + 1).join(' ') }];
  });
}

function vttOf(lines: readonly Line[]): string {
  return `WEBVTT\n\n${lines.map(({ times, speaker, text }, i) => `${i + 1}\n${times}\n${speaker === null ? '' : `${speaker}: `}${text}\n`).join('\n')}`;
}

const eachText = (change: (text: string) => string) => (vtt: string) =>
  vttOf(linesOf(vtt).map((line) => ({ ...line, text: change(line.text) })));

/** What recorders and people do to transcripts. Scores may sink a little under each; no item may become invalid. */
export const mutations: Record<string, (vtt: string) => string> = {
  'speakers swapped': (vtt) => {
    const lines = linesOf(vtt);
    const [one, two] = [...new Set(lines.map((line) => line.speaker))];
    return vttOf(
      lines.map((line) => ({
        ...line,
        speaker: (line.speaker === one ? two : line.speaker === two ? one : line.speaker) ?? null,
      })),
    );
  },
  'punctuation dropped': eachText((text) => text.replace(/[.,!?;:…]+(?=\s|$)/g, '')),
  'all in lower case': eachText((text) => text.toLowerCase()),
  'speaker names removed': (vtt) => vttOf(linesOf(vtt).map((line) => ({ ...line, speaker: null }))),
  'every cue doubled': (vtt) => vttOf(linesOf(vtt).flatMap((line) => [line, line])),
};
