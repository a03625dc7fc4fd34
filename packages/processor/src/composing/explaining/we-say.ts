import { isContent } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import type { GrammarBlank } from '../grammar-blank.ts';
import { isNoun, pieceOf } from './explanation.ts';

/** So many words behind the piece show what it goes with. */
const mostBehind = 4;

/** The words behind a piece that belong to it: up to its noun, or else to the first word of meaning. */
function company(after: readonly string[], lexicon: Lexicon): string[] {
  const near = after.slice(0, mostBehind);
  const isThing = (word: string | undefined): boolean =>
    word !== undefined && isContent(word.toLowerCase()) && isNoun(word.toLowerCase(), lexicon);
  const noun = near.findIndex((word, at) => isThing(word) && !isThing(near[at + 1]));
  return near.slice(0, (noun < 0 ? near.findIndex((word) => isContent(word.toLowerCase())) : noun) + 1);
}

/** The words before a piece from the last one of meaning on: what it leans on. */
function leanedOn(before: readonly string[]): string[] {
  const near = before.slice(-2);
  const at = near.findIndex((word) => isContent(word.toLowerCase()));
  return at < 0 ? near.slice(-1) : near.slice(at);
}

/**
 * The shortest truth, where no rule is known: what is said, and what is not. Both versions hold the words that the piece
 * stands with, so that a learner remembers them together.
 */
export function weSay({ right, wrong, before, after }: GrammarBlank, lexicon: Lexicon): string {
  const isHead = before.length === 0;
  const [own, theirs] = [pieceOf(right), pieceOf(wrong)];
  const behind = company(after, lexicon).map((word, at) =>
    isHead && at === 0 && own === '' ? word.toLowerCase() : word,
  );
  const leaning = behind.length === 0 || own === '' || theirs === '' ? leanedOn(before) : [];
  const phrase = (piece: string): string => [...leaning, piece, ...behind].filter((word) => word !== '').join(' ');
  return `We say “${phrase(own)}”, not “${phrase(theirs)}”.`;
}
