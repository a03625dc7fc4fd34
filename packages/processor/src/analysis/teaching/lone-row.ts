import { openers, praise } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { isBreak, rowOf, type Spoken } from './spoken.ts';
import { rowBefore } from './subject.ts';

/** A row of words between two pauses. */
export interface LoneRow {
  from: number;
  to: number;
  article: string | null;
}

const longestTerm = 5;
/** Words of a clause: where one of them stands, no term stands alone. */
const inClauses = new Set(
  "i you he she it we they here this that these those who what when where why how if because is are was were am do does did don't didn't has had have only three two never always will would can could can't must should 's 're i'm i've i'd i'll you've we've says say said not no yes my his her our their me him them us let's oh".split(
    ' ',
  ),
);
const leads = new Set('and or but so also just next now then word number okay or'.split(' '));

const isLead = (word: string): boolean => leads.has(word) || openers.has(word) || praise.has(word);

/** The row that stands alone before a place: since the last pause, without what only opens it; null where a clause stands there. */
export function loneRowBefore(spoken: readonly Spoken[], end: number): LoneRow | null {
  let to = end;
  // "Snore, S, N, O, R, E."
  while (to > 1 && /^\p{Lu}$/u.test(spoken[to - 1]?.text ?? '') && spoken[to - 1]?.mark !== '') to -= 1;
  for (let from = to - 1; from >= Math.max(0, to - longestTerm - 2); from -= 1) {
    const word = spoken[from];
    if (word === undefined || word.isGlued || inClauses.has(word.lower)) return null;
    if (from > 0 && word.mark === '') continue;
    let at = from;
    while (at < to - 1 && isLead(spoken[at]?.lower ?? '')) at += 1;
    const article = /^(?:an?|the|to)$/.test(spoken[at]?.lower ?? '') ? (spoken[at]?.lower ?? null) : null;
    if (article !== null) at += 1;
    // "…, and Vienna": the last of a list
    return at < to && to - at <= longestTerm ? { from: at, to, article } : null;
  }
  return null;
}

/** Whether a pause stands before a word. */
export function isPause(word: Spoken | undefined): boolean {
  return isBreak(word) || (word?.mark.includes(',') === true && !word.isHesitant) || /[–—:]/.test(word?.mark ?? '');
}

/** "We call that a hand-me-down.": what a sentence ends with behind its article; behind its owner, too, where it is asked for. */
export function namedAtTheEnd(spoken: readonly Spoken[], to: number, mayBeOwned = false): LoneRow | null {
  const opens = mayBeOwned ? /^(?:an?|the|your|my|his|her|our|their)$/ : /^an?$/;
  for (let from = to - 1; from > Math.max(0, to - 4); from -= 1) {
    if (isBreak(spoken[from]) || spoken[from]?.isGlued === true) return null;
    if (opens.test(spoken[from - 1]?.lower ?? '')) return { from, to, article: 'a' };
  }
  return null;
}

/** "That's a hand-me-down, when …": whether the sentence before a place only points at a thing. */
export function isPointedAt(spoken: readonly Spoken[], to: number): boolean {
  let from = to - 1;
  while (from > Math.max(0, to - 7) && !isPause(spoken[from])) from -= 1;
  while (isLead(spoken[from]?.lower ?? '')) from += 1;
  return /^(?:that|this|it)(?:'s| is) an? /.test(rowOf(spoken, from, to));
}

const judged = /^(?:is|was|'s|(?:would|will|could) be) (?:(?:an?|very|really|quite|rather|also|the) )*\S+$/;

/** "Cut corners was perfect. It means …": what the sentence before says something of. */
export function judgedBefore(spoken: readonly Spoken[], to: number): LoneRow | null {
  for (let is = to - 2; is > Math.max(0, to - 7) && !isPause(spoken[is + 1]); is -= 1) {
    if (!judged.test(rowOf(spoken, is, to)) || isPause(spoken[is])) continue;
    const lone = loneRowBefore(spoken, is);
    return lone?.article === 'the' ? null : lone;
  }
  return null;
}

/** "We call that a hand-me-down, by the way." */
export function withoutAside(spoken: readonly Spoken[], to: number): number {
  return rowOf(spoken, Math.max(0, to - 3), to) === 'by the way' ? to - 3 : to;
}

/** Without marks: "what is your notice period so that's how long …": what is owned or counted there, or is said again. */
export function unmarkedBefore(spoken: readonly Spoken[], at: number, lexicon: Lexicon): LoneRow | null {
  const to = /^(?:so|and)$/.test(spoken[at - 1]?.lower ?? '') ? at - 1 : at;
  for (let from = to - 1; from > Math.max(0, to - 4); from -= 1)
    if (/^(?:an?|your|the)$/.test(spoken[from - 1]?.lower ?? '')) return { from, to, article: 'a' };
  const row = to > 0 ? rowBefore(spoken, to, lexicon) : null;
  return row === null ? null : { from: row, to, article: null };
}

/** "You know, when …" where a sentence begins. */
export function isYouKnow(spoken: readonly Spoken[], at: number): boolean {
  return rowOf(spoken, at, at + 2) === 'you know' && isBreak(spoken[at]) && spoken[at + 2]?.mark.includes(',') === true;
}
