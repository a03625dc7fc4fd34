import { cleanText } from './clean-text.ts';
import { speakerLabels, splitLabel } from './speaker-labels.ts';
import type { Cue, Transcript } from './types.ts';

const clock = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?`;
const timing = new RegExp(`^\\s*${clock}\\s*-->\\s*${clock}(?:\\s.*)?$`);

/** Whether a line opens a cue; an arrow inside speech does not. */
export function isTimingLine(line: string): boolean {
  return timing.test(line);
}

function milliseconds(hours?: string, minutes?: string, seconds?: string, fraction?: string): number {
  return (
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes) * 60_000 +
    Number(seconds) * 1000 +
    Math.round(Number(`0.${fraction ?? 0}`) * 1000)
  );
}

interface RawCue {
  start_ms: number;
  end_ms: number;
  lines: string[];
}

function readCues(lines: readonly string[]): RawCue[] {
  const cues: RawCue[] = [];
  let current: RawCue | undefined;
  let skipping = false;
  for (const [i, line] of lines.entries()) {
    const match = timing.exec(line);
    if (match !== null) {
      current = {
        start_ms: milliseconds(match[1], match[2], match[3], match[4]),
        end_ms: milliseconds(match[5], match[6], match[7], match[8]),
        lines: [],
      };
      cues.push(current);
      skipping = false;
    } else if (line.trim() === '') {
      current = undefined;
      skipping = false;
    } else if (current === undefined) {
      if (/^(NOTE|STYLE|REGION)(\s|$)/.test(line)) skipping = true;
      // text after a stray blank line inside a cue still belongs to it, unless it is the next cue's id
      else if (!skipping && cues.length > 0 && !isTimingLine(lines[i + 1] ?? '') && !/^\d+$/.test(line.trim()))
        cues.at(-1)?.lines.push(line);
    } else if (!(isTimingLine(lines[i + 1] ?? '') && /^[\w-]{1,40}$/.test(line.trim()))) current.lines.push(line);
  }
  return cues;
}

/** A line of a cue. A voice tag names its speaker, whatever the name looks like. */
interface Line {
  voice: string | null;
  text: string;
}

/** The lines of a cue, a new one for each voice. */
function unfoldVoices(lines: readonly string[]): Line[] {
  let voice: string | null = null;
  return lines.flatMap((line): Line[] =>
    line.split(/(?=<v[.\s])/i).map((part) => {
      const tag = /^<v(?:\.[^\s>]*)?\s+([^<>]+)>/i.exec(part);
      if (tag) voice = cleanText(tag[1] ?? '') || null;
      const said = { voice, text: cleanText(tag ? part.slice(tag[0].length) : part) };
      if (/<\/v>/i.test(part)) voice = null;
      return said;
    }),
  );
}

/** Captions that roll repeat the line above: each cue begins with what the cue before ended with. */
const rolls = (text: string): boolean => /<\d{1,2}:\d{2}:\d{2}[.,]\d{1,3}>/.test(text);

function withoutRepeats(bodies: readonly Line[][]): Line[][] {
  let above: string | undefined;
  return bodies.map((lines) => {
    const fresh = lines[0]?.text === above ? lines.slice(1) : lines;
    above = lines.at(-1)?.text ?? above;
    return fresh;
  });
}

/** Reads a WebVTT (or SubRip) file, tolerant of everything that recorders are known to write. */
export function parseVtt(text: string): Transcript {
  const raw = readCues(text.split(/\r\n|\r|\n/));
  const read = raw.map((cue) => unfoldVoices(cue.lines).filter((line) => line.text !== ''));
  const bodies = rolls(text) ? withoutRepeats(read) : read;
  const labels = speakerLabels(bodies.flat().flatMap((line) => (line.voice === null ? line.text : [])));
  const cues: Cue[] = [];
  for (const [i, cue] of raw.entries()) {
    let open: Cue | undefined;
    for (const { voice, text: line } of bodies[i] ?? []) {
      const split = voice === null ? splitLabel(line) : undefined;
      const label = voice ?? (split !== undefined && labels.has(split.label) ? split.label : null);
      const said = label === null || voice !== null ? line : (split?.rest ?? '');
      const goesOn = label === null || (voice !== null && voice === open?.speaker);
      if (open !== undefined && goesOn) open.text = open.text === '' ? said.trim() : `${open.text} ${said.trim()}`;
      else {
        open = {
          start_ms: cue.start_ms,
          end_ms: Math.max(cue.end_ms, cue.start_ms),
          speaker: label,
          text: said.trim(),
        };
        cues.push(open);
      }
    }
  }
  const spoken = cues.filter((cue) => cue.text !== '');
  return { format: 'vtt', cues: spoken, speakers: [...new Set(spoken.flatMap((cue) => cue.speaker ?? []))] };
}
