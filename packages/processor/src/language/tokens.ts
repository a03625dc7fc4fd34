import { plainWord } from './apostrophes.ts';

/** A word and where it stands in its text. */
export interface Token {
  /** As written. */
  text: string;
  /** Lower case, straight apostrophes. */
  lower: string;
  start: number;
  end: number;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in order, without punctuation. */
export function tokenise(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(word)) {
    const start = match.index + offset;
    tokens.push({
      text: match[0],
      lower: plainWord(match[0]),
      start,
      end: start + match[0].length,
    });
  }
  return tokens;
}

/** The words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return tokenise(text).map((token) => token.lower);
}
