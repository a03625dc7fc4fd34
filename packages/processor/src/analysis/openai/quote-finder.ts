import { plainWord } from '../../language/apostrophes.ts';
import type { SpokenTurn } from './spoken-text.ts';

interface Word {
  folded: string;
  start: number;
  end: number;
}

/** Finds what somebody claims was said, and gives back the words as they really stand in the transcript. */
export class QuoteFinder {
  private readonly turns: { text: string; folded: string; words: Word[] }[];

  constructor(turns: readonly SpokenTurn[]) {
    this.turns = turns.map(({ text }) => {
      const words = wordsOf(text);
      return { text, folded: joined(words), words };
    });
  }

  /**
   * The transcript's own wording of a quote; undefined when nobody said it. Only letters and digits count, so that a
   * changed comma or capital does not lose a claim, and a changed word does.
   */
  find(quote: string): string | undefined {
    const sought = joined(wordsOf(quote));
    if (sought.trim() === '') return undefined;
    for (const turn of this.turns) {
      const at = turn.folded.indexOf(sought);
      if (at < 0) continue;
      if (turn.text.includes(quote)) return quote;
      const first = turn.words[countSpaces(turn.folded, at)];
      const last = turn.words[countSpaces(turn.folded, at + sought.length - 1) - 1];
      if (first && last) return turn.text.slice(first.start, last.end);
    }
    return undefined;
  }
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)].map((match) => ({
    folded: plainWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** ` word word `: spaces on both sides, so that only whole words match. */
function joined(words: readonly Word[]): string {
  return ` ${words.map(({ folded }) => folded).join(' ')} `;
}

function countSpaces(text: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end; i += 1) if (text[i] === ' ') count += 1;
  return count;
}
