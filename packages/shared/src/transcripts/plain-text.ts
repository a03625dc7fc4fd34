import { cleanText } from './clean-text.ts';
import { speakerLabels, splitLabel } from './speaker-labels.ts';
import type { Cue, Transcript } from './types.ts';

const clock = String.raw`(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?`;
/** A time, or a range of time, in front of what was said. */
const stamp = new RegExp(String.raw`^[[(]?${clock}(?:\s*(?:-->|[-–])\s*[\d:.,]+)?[\])]?\s*[-–]?\s+(?=\S)`);
/** A line that holds a name and a time and nothing else: what they said stands below. */
const heading = new RegExp(String.raw`^\[?(\p{L}[^\[\]:：]{0,58}?)\]?\s+[[(]?${clock}[\])]?\s*:?\s*$`, 'u');

interface Line {
  start: number | null;
  said: string;
  /** The speaker, where the whole line is their name with a time. */
  heads: string | null;
}

const msOf = (hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number =>
  Number(hours ?? 0) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;

function readLine(line: string): Line {
  const head = heading.exec(line.trim());
  if (head) return { start: msOf(head[2], head[3], head[4]), said: '', heads: cleanText(head[1] ?? '') };
  return readPlainLine(line);
}

function readPlainLine(line: string): Line {
  const time = stamp.exec(line);
  const start = time === null ? null : msOf(time[1], time[2], time[3]);
  return { start, said: cleanText(time === null ? line : line.slice(time[0].length)), heads: null };
}

/** Reads `Name: text` lines, with or without a time in front; names with a time above what they said; or mere paragraphs. */
export function parsePlainText(text: string): Transcript {
  const read = text.split(/\r\n|\r|\n/).map(readLine);
  // One such line may be a sentence that ends in a time; a program writes them again and again.
  const hasHeads = read.filter(({ heads }) => heads !== null).length > 1;
  const lines = hasHeads ? read : text.split(/\r\n|\r|\n/).map(readPlainLine);
  const spoken = lines.filter(({ said, heads }) => said !== '' || heads !== null);
  const labels = speakerLabels(spoken.flatMap(({ said, heads }) => (heads === null ? said : [])));
  const cues: Cue[] = [];
  for (const { start, said, heads } of spoken) {
    const split = heads === null ? splitLabel(said) : undefined;
    const label = heads ?? (split !== undefined && labels.has(split.label) ? split.label : null);
    const rest = heads !== null ? '' : label === null ? said : (split?.rest ?? '').trim();
    const last = cues.at(-1);
    // a name alone on its line: what it said follows on the next ones
    if (label === null && last?.text === '') last.text = rest;
    else cues.push({ start_ms: start, end_ms: null, speaker: label, text: rest });
  }
  const filled = cues.filter((cue) => cue.text !== '');
  return { format: 'text', cues: filled, speakers: [...new Set(filled.flatMap((cue) => cue.speaker ?? []))] };
}
