import { commonForm, sameInDialects } from '../../../language/dialects.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import type { Change } from './change.ts';

/**
 * Whether a change only puts American English in the place of British, or the other way round: the change alone, or
 * together with the clause around it, where a doublet reaches beyond the words that differ ("like swimming", "have already
 * eaten").
 */
export function isOfDialect(change: Change, lexicon: Lexicon): boolean {
  const { before, removed, added, after, wrongClause, rightClause } = change;
  const lemma = (verb: string): string => lexicon.lemma(verb, 'verb');
  // What differs only in its place is no matter of dialects.
  if (removed.some((word) => added.includes(word))) return false;
  const apart = differenceOf(wrongClause, rightClause);
  if (![...removed, ...added].some((word) => apart.has(word))) return false;
  if (sameInDialects([...before, ...removed, ...after], [...before, ...added, ...after], lemma)) return true;
  const elsewhere = new Set([...apart].filter((word) => !removed.includes(word) && !added.includes(word)));
  const left = differenceOf(commonForm(wrongClause, lemma), commonForm(rightClause, lemma));
  return [...left].every((word) => elsewhere.has(word));
}

/** The words that one clause has more often than the other. */
function differenceOf(one: readonly string[], other: readonly string[]): Set<string> {
  const count = (words: readonly string[], wanted: string): number => words.filter((word) => word === wanted).length;
  return new Set([...one, ...other].filter((word) => count(one, word) !== count(other, word)));
}
