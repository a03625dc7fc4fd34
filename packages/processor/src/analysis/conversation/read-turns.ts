import type { Cue, Transcript } from '@tulkka/shared/transcripts';
import { cleanTokens, presentable, withoutOpeners } from '../../language/clean-speech.ts';
import { endMark, splitSentences } from '../../language/sentences.ts';
import { tokenise } from '../../language/tokens.ts';
import type { Sentence, Turn } from '../types.ts';

/** Between two cues of captions without labels, a pause this long usually changes the speaker. */
const changeOfSpeaker = 900;
/** A pause inside a turn that may end a sentence. */
const breath = 350;
/** From this share of cues that end by a mark on, the recorder marks where sentences end. */
const mostlyEnded = 0.6;

function opensTurn(cue: Cue, last: Cue | undefined, labelled: boolean): boolean {
  if (last === undefined) return true;
  if (labelled) return cue.speaker !== null && cue.speaker !== last.speaker;
  if (cue.start_ms === null || last.end_ms === null) return true;
  return cue.start_ms - last.end_ms >= changeOfSpeaker;
}

function readSentences(turn: Turn, pauses: ReadonlySet<number>, firstId: number, isCareful: boolean): Sentence[] {
  const sentences: Sentence[] = [];
  for (const span of splitSentences(turn.text, pauses, isCareful)) {
    const raw = turn.text.slice(span.start, span.end);
    const words = cleanTokens(tokenise(raw, span.start), turn.text);
    if (words.length === 0) continue;
    const core = withoutOpeners(words, turn.text);
    sentences.push({
      id: firstId + sentences.length,
      turn: turn.index,
      role: 'unknown',
      ...span,
      raw,
      words,
      core,
      text: presentable(core, turn.text),
      question: /\?["'”’)]*$/.test(raw),
      aside: null,
    });
  }
  return sentences;
}

/** Joins cues to turns and turns to sentences. A cue that only repeats the one before it is read once. */
export function readTurns(transcript: Transcript): Turn[] {
  const labelled = transcript.speakers.length > 1;
  const ended = transcript.cues.filter(({ text }) => endMark.test(text)).length;
  const isCareful = ended >= transcript.cues.length * mostlyEnded;
  const groups: { cues: Cue[]; hasDroppedCues: boolean }[] = [];
  let last: Cue | undefined;
  for (const cue of transcript.cues) {
    const group = groups.at(-1);
    // a doubled cue; very short ones are often said twice on purpose, but nothing is lost by reading them once
    if (
      last !== undefined &&
      group !== undefined &&
      last.text === cue.text &&
      (last.speaker === cue.speaker || cue.speaker === null)
    ) {
      group.hasDroppedCues = true;
      last = { ...cue, speaker: last.speaker };
      continue;
    }
    const known = cue.speaker === null && labelled ? { ...cue, speaker: last?.speaker ?? null } : cue;
    if (group === undefined || opensTurn(known, last, labelled)) groups.push({ cues: [known], hasDroppedCues: false });
    else group.cues.push(known);
    last = known;
  }
  const turns: Turn[] = [];
  let id = 0;
  for (const { cues, hasDroppedCues } of groups) {
    const turn: Turn = {
      index: turns.length,
      speaker: cues[0]?.speaker ?? null,
      role: 'unknown',
      text: '',
      sentences: [],
      cues: [],
      hasDroppedCues,
      start_ms: cues[0]?.start_ms ?? null,
    };
    const pauses = new Set<number>();
    let before: Cue | undefined;
    const parts: string[] = [];
    let length = 0;
    for (const cue of cues) {
      const start = parts.length === 0 ? 0 : length + 1;
      if (
        before !== undefined &&
        (cue.start_ms === null || before.end_ms === null || cue.start_ms - before.end_ms >= breath)
      )
        pauses.add(start);
      parts.push(cue.text);
      length = start + cue.text.length;
      turn.cues.push({ start, end: length });
      before = cue;
    }
    turn.text = parts.join(' ');
    turn.sentences = readSentences(turn, pauses, id, isCareful);
    id += turn.sentences.length;
    if (turn.sentences.length > 0) turns.push(turn);
  }
  return turns;
}

/** The words of a turn between two offsets, as they stand in the recording; where cues were dropped, the longest stretch inside one cue. */
export function quoteOf(turn: Turn, start: number, end: number): string {
  if (!turn.hasDroppedCues) return turn.text.slice(start, end).trim();
  let best = '';
  for (const cue of turn.cues) {
    const part = turn.text.slice(Math.max(start, cue.start), Math.min(end, cue.end)).trim();
    if (part.length > best.length) best = part;
  }
  return best;
}
