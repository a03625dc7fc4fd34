import { foldedWords } from '../exercises/quality/fold.ts';

/** A single letter names nobody. */
const shortestName = 2;

/**
 * Which speakers of a recording a person is, by their names: "Ana" and "Ana García" are "Ana García (student)". A label
 * that is exactly the name of somebody else of the class is theirs.
 * @param names what the person is called
 * @param others what the others of the class are called
 */
export function labelsOf(
  names: readonly string[],
  speakers: readonly string[],
  others: readonly string[] = [],
): string[] {
  const own = names.map(wordsOfName).filter((words) => words.size > 0);
  const taken = new Set(others.map(keyOfName));
  const exact = new Set(names.map(keyOfName));
  return speakers.filter((label) => {
    const key = keyOfName(label);
    if (exact.has(key)) return true;
    const words = wordsOfName(label);
    return words.size > 0 && !taken.has(key) && own.some((name) => within(words, name) || within(name, words));
  });
}

/** What stands in brackets says what somebody is, not how they are called. */
const withoutBrackets = (name: string): string => name.replaceAll(/[([{][^)\]}]*[)\]}]/gu, ' ');

const wordsOfName = (name: string): Set<string> =>
  new Set(foldedWords(withoutBrackets(name)).filter((word) => word.length >= shortestName));

const keyOfName = (name: string): string => [...wordsOfName(name)].join(' ');

const within = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((word) => whole.has(word));
