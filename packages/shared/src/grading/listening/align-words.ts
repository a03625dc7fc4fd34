import { type SpokenWord, soundsSame } from '../spoken-words.ts';

/** A word of each text that stand beside each other; null where one has none there. */
export interface WordPair {
  expected: SpokenWord | null;
  given: SpokenWord | null;
  isSame: boolean;
}

/** Another word costs less than one missing and one too many, least of all where it is nearly the same. */
const otherWord = 1.5;
const nearWord = 1;

/** Lines two texts up word by word with the least that differs. */
export function alignWords(expected: readonly SpokenWord[], given: readonly SpokenWord[]): WordPair[] {
  const costs = pairCosts(expected, given);
  const at = (i: number, j: number): number => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const pairs: WordPair[] = [];
  let [i, j] = [expected.length, given.length];
  while (i > 0 || j > 0) {
    const [wanted, got] = [expected[i - 1] ?? null, given[j - 1] ?? null];
    if (wanted && got && at(i, j) === at(i - 1, j - 1) + exchangeCost(wanted, got)) {
      pairs.push({ expected: wanted, given: got, isSame: soundsSame(wanted, got) });
      [i, j] = [i - 1, j - 1];
    } else if (wanted && at(i, j) === at(i - 1, j) + 1) {
      pairs.push({ expected: wanted, given: null, isSame: false });
      i -= 1;
    } else {
      pairs.push({ expected: null, given: got, isSame: false });
      j -= 1;
    }
  }
  return pairs.reverse();
}

/** What the beginnings of two texts differ by, for every pair of beginnings. */
function pairCosts(expected: readonly SpokenWord[], given: readonly SpokenWord[]): number[][] {
  let above = [0, ...given.map((_, j) => j + 1)];
  const table = [above];
  for (const [i, wanted] of expected.entries()) {
    const row = [i + 1];
    for (const [j, got] of given.entries()) {
      row.push(Math.min((above[j] ?? 0) + exchangeCost(wanted, got), (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    table.push(row);
    above = row;
  }
  return table;
}

const exchangeCost = (one: SpokenWord, other: SpokenWord): number =>
  soundsSame(one, other) ? 0 : isNear(one.forms[0] ?? '', other.forms[0] ?? '') ? nearWord : otherWord;

/** Whether two words begin and end with the same letters, but for less than half of them. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let [start, end] = [0, 0];
  while (start < short.length && short[start] === long[start]) start += 1;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  return start + end > long.length / 2;
}
