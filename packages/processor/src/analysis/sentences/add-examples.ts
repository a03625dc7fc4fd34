import type { GoodSentence } from '@tulkka/shared/exercises';
import { possibleBases } from '../../language/inflection.ts';
import { wordsOf } from '../../language/tokens.ts';
import { isContent } from '../../language/words.ts';
import type { TermReading } from '../types.ts';

/** How many examples of a term are worth keeping. */
const enough = 4;

/** Gives every term the good sentences that hold all of its words in some form, in the order of the sentences. */
export function addExamples(terms: readonly TermReading[], sentences: readonly GoodSentence[]): void {
  const byBase = new Map<string, Set<number>>();
  for (const [i, { text }] of sentences.entries()) {
    for (const base of wordsOf(text).flatMap(possibleBases)) {
      const ids = byBase.get(base) ?? new Set<number>();
      ids.add(i);
      byBase.set(base, ids);
    }
  }
  const holding = (word: string) => new Set(possibleBases(word).flatMap((base) => [...(byBase.get(base) ?? [])]));
  for (const term of terms) {
    const words = wordsOf(term.term);
    const [first, ...others] = (
      words.some(isContent) ? words.filter((word) => word !== 'a' && word !== 'the') : words
    ).map(holding);
    if (first === undefined) continue;
    term.examples = [...first]
      .filter((i) => others.every((ids) => ids.has(i)))
      .sort((a, b) => a - b)
      .slice(0, enough)
      .flatMap((i) => sentences[i] ?? []);
  }
}
