import { possibleBases } from '../language/inflection.ts';
import { matchAt, type PhraseMatch } from './match.ts';
import { keyOf, type Pattern, patternOf } from './pattern.ts';
import type { PhraseEntry } from './phrase-entry.ts';
import { learnerPhrases } from './read-phrases.ts';

/** A learners' phrase in what was said. */
export interface FoundPhrase extends PhraseMatch {
  entry: PhraseEntry;
  /** True where it is not the entry's own wrong form but another in its place: that may be right elsewhere. */
  isOther: boolean;
}

interface Indexed {
  entry: PhraseEntry;
  isOther: boolean;
  pattern: Pattern;
}

let index: ReadonlyMap<string, readonly Indexed[]> | undefined;

/** An entry as it is, and as each other wrong form in its place. */
const withOtherForms = (entry: PhraseEntry): { entry: PhraseEntry; isOther: boolean }[] => [
  { entry, isOther: false },
  ...entry.also.map((wrong) => ({ entry: { ...entry, wrong, sure: 'mostly' as const }, isOther: true })),
];

function indexed(): ReadonlyMap<string, readonly Indexed[]> {
  if (index !== undefined) return index;
  const byWord = new Map<string, Indexed[]>();
  for (const { entry, isOther } of learnerPhrases().flatMap(withOtherForms)) {
    const pattern = patternOf(entry.wrong, entry.category, entry.right);
    const key = keyOf(pattern);
    if (key === null) continue;
    const known = byWord.get(key) ?? [];
    known.push({ entry, isOther, pattern });
    byWord.set(key, known);
  }
  index = byWord;
  return byWord;
}

/** What a word may begin, remembered: the same few words come again and again. */
const remembered = new Map<string, readonly Indexed[]>();
const mostRemembered = 20_000;

function beginningWith(word: string): readonly Indexed[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const byWord = indexed();
  const found = possibleBases(word).flatMap((base) => byWord.get(base) ?? []);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, found);
  return found;
}

/** Whether what looks like the phrase is part of a right version: "go to the shopping centre". */
function isOfRight(entry: PhraseEntry, words: readonly string[], { from, to }: PhraseMatch): boolean {
  const right = findRight(entry, words.slice(from));
  return right !== null && right.from === 0 && right.to > to - from;
}

/** All learners' phrases in a row of lower-case words whose contractions are opened. */
export function findPhrases(words: readonly string[]): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (const [at, word] of words.entries()) {
    for (const { entry, isOther, pattern } of beginningWith(word)) {
      const match = matchAt(pattern, words, at);
      if (match !== null && !isOfRight(entry, words, match)) found.push({ entry, isOther, ...match });
    }
  }
  return found;
}

const rights = new WeakMap<PhraseEntry, readonly Pattern[]>();

/** Where one of the right versions of a phrase stands in a row of words; null where none does. */
export function findRight(entry: PhraseEntry, words: readonly string[]): PhraseMatch | null {
  const patterns = rights.get(entry) ?? entry.right.map((right) => patternOf(right, entry.category));
  rights.set(entry, patterns);
  for (const pattern of patterns) {
    const key = keyOf(pattern);
    for (const [at, word] of words.entries()) {
      if (key === null || !possibleBases(word).includes(key)) continue;
      const match = matchAt(pattern, words, at);
      if (match !== null) return match;
    }
  }
  return null;
}
