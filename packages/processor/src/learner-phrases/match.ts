import { isFormOf } from '../language/inflection.ts';
import { articles, isNumber, possessives } from '../language/words.ts';
import type { Pattern } from './pattern.ts';
import { fillsSlot, fillsWord } from './slots.ts';

/** Where a phrase stands, and what fills its slots. */
export interface PhraseMatch {
  from: number;
  to: number;
  slots: ReadonlyMap<string, readonly string[]>;
}

/** Endings that make another word of a verb or noun: a waiter does not wait. */
const ofAnotherWord = /(?:er|est|ly)$/;

function isWord({ word, isExact, isNoun }: { word: string; isExact: boolean; isNoun: boolean }, said: string): boolean {
  if (said === word) return true;
  if (isExact || !isFormOf(said, word)) return false;
  if (isNoun) return said === `${word}s` || said === `${word}es`;
  return !ofAnotherWord.test(said) || ofAnotherWord.test(word);
}

/** How many words a slot takes at most. */
const longest = { sb: 3, sth: 4 };

type Slots = Map<string, readonly string[]>;

/** The end of a phrase from a place on; -1 where it does not stand there. */
function forward(pattern: Pattern, p: number, words: readonly string[], i: number, slots: Slots): number {
  const piece = pattern.pieces[p];
  if (piece === undefined) return i;
  const word = words[i];
  if (piece.kind === 'word') {
    const isArticle = articles.has(piece.word);
    if (word !== undefined && isWord(piece, word)) {
      const end = forward(pattern, p + 1, words, i + 1, slots);
      if (end >= 0) return end;
    }
    if (pattern.keepsArticles) return -1;
    // articles come and go in what learners say
    if (isArticle) {
      const isOther = word !== undefined && (articles.has(word) || possessives.has(word));
      return forward(pattern, p + 1, words, isOther ? i + 1 : i, slots);
    }
    const isExtra = word !== undefined && (articles.has(word) || possessives.has(word)) && p > pattern.anchor;
    const next = words[i + 1];
    return isExtra && next !== undefined && isWord(piece, next) ? forward(pattern, p + 1, words, i + 2, slots) : -1;
  }
  if (word === undefined) return -1;
  if (piece.kind === 'sb' || piece.kind === 'sth') {
    for (let length = 1; length <= longest[piece.kind] && i + length <= words.length; length += 1) {
      const filling = words.slice(i, i + length);
      // of "explain the new rule" no one is told
      const isBeforeSlot = pattern.pieces[p + 1] !== undefined && pattern.pieces[p + 1]?.kind !== 'word';
      if (!fillsSlot(piece.kind, filling) || (piece.kind === 'sb' && isBeforeSlot && filling[0] === 'the')) continue;
      const end = forward(pattern, p + 1, words, i + length, slots);
      if (end < 0) continue;
      slots.set(piece.kind, filling);
      return end;
    }
    return -1;
  }
  if (!fillsWord(piece.kind, word)) return -1;
  // "seventy-four" is one number
  if (piece.kind === '#' && isNumber(words[i + 1] ?? '')) {
    const after = forward(pattern, p + 1, words, i + 2, slots);
    if (after >= 0) slots.set('#', words.slice(i, i + 2));
    if (after >= 0) return after;
  }
  const end = forward(pattern, p + 1, words, i + 1, slots);
  if (end >= 0) slots.set(piece.kind, [word]);
  return end;
}

const isOfNoun = (word: string): boolean => articles.has(word) || possessives.has(word);

/** Where a phrase whose anchor stands at `at` begins; -1 where what leads to it is missing. */
function backward(pattern: Pattern, words: readonly string[], at: number, slots: Slots): number {
  let i = at;
  for (let p = pattern.anchor - 1; p >= 0; p -= 1) {
    const piece = pattern.pieces[p];
    const word = words[i - 1];
    if (piece === undefined) return -1;
    if (piece.kind === 'word') {
      const isOther = word !== undefined && !pattern.keepsArticles && articles.has(piece.word) && isOfNoun(word);
      if (word === undefined || !(isWord(piece, word) || isOther)) return -1;
      i -= 1;
    } else {
      if (word === undefined) return -1;
      const isFilled =
        piece.kind === 'sb' || piece.kind === 'sth' ? fillsSlot(piece.kind, [word]) : fillsWord(piece.kind, word);
      if (!isFilled) return -1;
      slots.set(piece.kind, [word]);
      i -= 1;
    }
  }
  return i;
}

/** Looks for a phrase whose anchor stands at a place; null where it does not stand there. */
export function matchAt(pattern: Pattern, words: readonly string[], at: number): PhraseMatch | null {
  const slots: Slots = new Map();
  const from = backward(pattern, words, at, slots);
  if (from < 0) return null;
  const to = forward(pattern, pattern.anchor, words, at, slots);
  return to < 0 ? null : { from, to, slots };
}
