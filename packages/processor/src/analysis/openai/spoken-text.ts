import type { Transcript } from '@tulkka/shared/transcripts';

/** All that one speaker said until another one spoke, cues joined by single spaces. */
export interface SpokenTurn {
  speaker: string | null;
  text: string;
}

/** The turns of a transcript, in order. */
export function spokenTurns(transcript: Transcript): SpokenTurn[] {
  const turns: SpokenTurn[] = [];
  for (const { speaker, text } of transcript.cues) {
    const last = turns.at(-1);
    if (last && last.speaker === speaker) last.text += ` ${text}`;
    else turns.push({ speaker, text });
  }
  return turns;
}

/** A turn as the model reads it. */
export function showTurn({ speaker, text }: SpokenTurn): string {
  return speaker === null ? text : `${speaker}: ${text}`;
}

/**
 * Cuts a lesson into parts of at most `mostCharacters`, between turns where that is possible and between sentences or
 * words inside a turn that is longer than a part. Nothing is left out.
 */
export function splitTurns(turns: readonly SpokenTurn[], mostCharacters: number): SpokenTurn[][] {
  const parts: SpokenTurn[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const turn of turns.flatMap((each) => splitTurn(each, mostCharacters))) {
    const length = showTurn(turn).length + 1;
    if (size + length > mostCharacters) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(turn);
    size += length;
  }
  return parts;
}

function splitTurn(turn: SpokenTurn, mostCharacters: number): SpokenTurn[] {
  const room = Math.max(200, mostCharacters - (turn.speaker?.length ?? 0) - 3);
  const pieces: SpokenTurn[] = [];
  let rest = turn.text;
  while (rest.length > room) {
    const head = rest.slice(0, room);
    const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('? '), head.lastIndexOf('! '));
    const cut = sentence > room / 2 ? sentence + 1 : head.lastIndexOf(' ') > room / 2 ? head.lastIndexOf(' ') : room;
    pieces.push({ ...turn, text: rest.slice(0, cut).trim() });
    rest = rest.slice(cut).trim();
  }
  return [...pieces, { ...turn, text: rest }];
}
