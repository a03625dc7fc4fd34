import { unitsOf } from '../language/align.ts';
import { possibleBases } from '../language/inflection.ts';
import { tokenise } from '../language/tokens.ts';
import { articles, auxiliaries, isContent } from '../language/words.ts';

/** One place of a phrase: a word, or a slot for what differs from talk to talk. */
export type Piece =
  | { kind: 'word'; word: string; isExact: boolean; isNoun: boolean }
  | { kind: 'sb' | 'sth' | "one's" | '#' | 'doing' | 'do' };

/** A phrase ready to be looked for. */
export interface Pattern {
  pieces: readonly Piece[];
  /** True where an article is the mistake: then it must be as written. */
  keepsArticles: boolean;
  /** The place of the first word that tells: the phrase is looked for from there. */
  anchor: number;
}

const slotNames: ReadonlySet<string> = new Set(['sb', "sb's", 'sth', "one's", '#', 'doing']);

const sameForms = (word: string, other: string): boolean =>
  word !== other && possibleBases(word).some((base) => possibleBases(other).includes(base));

function pieceOf(word: string, isLast: boolean, isOnly: boolean, others: readonly string[]): Piece {
  if (word === "sb's") return { kind: "one's" };
  if (word === 'sb' || word === 'sth' || word === "one's" || word === '#' || word === 'doing') return { kind: word };
  if (word === 'do' && isLast && !isOnly) return { kind: 'do' };
  // "two brother" is mended by "two brothers": then the form is the mistake
  const isForm = others.some((other) => sameForms(word, other)) && !others.includes(word);
  return { kind: 'word', word, isExact: isForm, isNoun: false };
}

/** Words of a phrase as lessons are compared: contractions opened, hyphens cut. */
export const wordsOfPhrase = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .replace('#-', '# ')
    .split(' ')
    .flatMap((word) => (slotNames.has(word) ? [word] : unitsOf(tokenise(word)).map(({ norm }) => norm)));

/** Reads a phrase; `others` are its right versions where it is a wrong one. */
export function patternOf(phrase: string, category: string, others: readonly string[] = []): Pattern {
  const words = wordsOfPhrase(phrase);
  const rightWords = others.flatMap(wordsOfPhrase);
  const keepsArticles =
    category === 'article' || category === 'agreement' || others.some((right) => isReordered(words, right));
  const read = words.map((word, i) => pieceOf(word, i === words.length - 1, words.length === 1, rightWords));
  // behind an article stands a noun, and no form of a verb
  const all = read.map((piece, i) =>
    piece.kind === 'word' && (articles.has(words[i - 1] ?? '') || words[i - 1] === "one's")
      ? { ...piece, isNoun: true }
      : piece,
  );
  // whoever it is: a subject need not be looked for
  const pieces = all[0]?.kind === 'sb' || all[0]?.kind === 'sth' ? all.slice(1) : all;
  const exact = category === 'agreement' ? pieces.map(exactly) : pieces;
  return { pieces: exact, keepsArticles, anchor: anchorOf(exact, keepsArticles) };
}

const withoutArticles = (words: readonly string[]): string =>
  words
    .filter((word) => !articles.has(word))
    .sort()
    .join(' ');

/** Whether a right version has the same words but for articles or their order, so that every little word counts. */
const isReordered = (words: readonly string[], right: string): boolean =>
  withoutArticles(words) === withoutArticles(wordsOfPhrase(right));

const exactly = (piece: Piece): Piece => (piece.kind === 'word' ? { ...piece, isExact: true } : piece);

function anchorOf(pieces: readonly Piece[], keepsArticles: boolean): number {
  const tells = (piece: Piece): boolean =>
    piece.kind === 'word' && (isContent(piece.word) || auxiliaries.has(piece.word)) && !articles.has(piece.word);
  const first = pieces.findIndex((piece) => piece.kind === 'word' && isContent(piece.word));
  const any = first >= 0 ? first : pieces.findIndex(tells);
  const word = any >= 0 ? any : pieces.findIndex(({ kind }) => kind === 'word');
  // what stands before the anchor is looked for backwards, one word a piece
  const isPlain = pieces.slice(0, Math.max(0, word)).every(({ kind }) => kind !== 'sth');
  return isPlain || keepsArticles ? word : pieces.findIndex(({ kind }) => kind === 'word');
}

/** The word that a pattern is found by; null where it has none. */
export function keyOf({ pieces, anchor }: Pattern): string | null {
  const piece = pieces[anchor];
  return piece?.kind === 'word' ? piece.word : null;
}
