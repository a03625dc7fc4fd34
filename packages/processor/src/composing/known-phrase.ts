import { unitsOf } from '../language/align.ts';
import { tokenise } from '../language/tokens.ts';
import { findPhrases, findRight, type PhraseEntry } from '../learner-phrases/index.ts';

const normsOf = (text: string): string[] => unitsOf(tokenise(text)).map(({ norm }) => norm);

/** The learners' phrase that a correction puts right; null where it is none that is known. */
export function knownPhrase({ wrong, right }: { wrong: string; right: string }): PhraseEntry | null {
  const put = normsOf(right);
  return findPhrases(normsOf(wrong)).find(({ entry }) => findRight(entry, put) !== null)?.entry ?? null;
}

/** What differs of two phrases, without what both begin and end with. */
function difference(one: string, other: string): [string, string] {
  const [a, b] = [one.split(' '), other.split(' ')];
  const least = Math.min(a.length, b.length) - 1;
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const inner = (words: readonly string[]): string => words.slice(head, words.length - tail).join(' ');
  return [inner(a), inner(b)];
}

/** Other wrong forms that learners say in the place of a blank's: as they stand, where the learner's form stands as in the table. */
export function alsoSaid(entry: PhraseEntry | null, wrong: string): string[] {
  if (entry === null) return [];
  const own = wrong.toLowerCase();
  return entry.also.flatMap((also) => {
    if (own === entry.wrong) return [also];
    const [mine, other] = difference(entry.wrong, also);
    return own === mine ? [other] : [];
  });
}
