import { cleanText } from './clean-text.ts';
import { speakerLabels, splitLabel } from './speaker-labels.ts';
import type { Cue, Transcript } from './types.ts';

const stamp = /^[[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?[\])]?\s*[-–]?\s+(?=\S)/;

/** Reads `Name: text` lines, with or without a time in front, or mere paragraphs. */
export function parsePlainText(text: string): Transcript {
  const lines = text.split(/\r\n|\r|\n/).map((line) => {
    const time = stamp.exec(line);
    const start =
      time === null ? null : Number(time[1] ?? 0) * 3_600_000 + Number(time[2]) * 60_000 + Number(time[3]) * 1000;
    return { start, said: cleanText(time === null ? line : line.slice(time[0].length)) };
  });
  const spoken = lines.filter((line) => line.said !== '');
  const labels = speakerLabels(spoken.map((line) => line.said));
  const cues: Cue[] = [];
  for (const { start, said } of spoken) {
    const split = splitLabel(said);
    const label = split !== undefined && labels.has(split.label) ? split.label : null;
    const rest = label === null ? said : (split?.rest ?? '').trim();
    const last = cues.at(-1);
    // a name alone on its line: what it said follows on the next ones
    if (label === null && last?.text === '') last.text = rest;
    else cues.push({ start_ms: start, end_ms: null, speaker: label, text: rest });
  }
  const filled = cues.filter((cue) => cue.text !== '');
  return { format: 'text', cues: filled, speakers: [...new Set(filled.flatMap((cue) => cue.speaker ?? []))] };
}
