import type { LetterDifference } from './grade.ts';

/** Lines up the given spelling with the right one and lists each letter that differs, in reading order. */
export function letterDifferences(expected: string, given: string): LetterDifference[] {
  const right = [...expected];
  const typed = [...given];
  const cost = editCosts(right, typed);
  const at = (i: number, j: number): number => cost[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const differences: LetterDifference[] = [];
  let i = right.length;
  let j = typed.length;
  while (i > 0 || j > 0) {
    const wanted = i > 0 ? (right[i - 1] ?? null) : null;
    const got = j > 0 ? (typed[j - 1] ?? null) : null;
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + (wanted === got ? 0 : 1)) {
      i--;
      j--;
      if (wanted !== got) differences.push({ position: i, expected: wanted, given: got });
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) {
      i--;
      differences.push({ position: i, expected: wanted, given: null });
    } else {
      j--;
      differences.push({ position: i, expected: null, given: got });
    }
  }
  return differences.reverse();
}

/** The least number of changed, missing and added letters between every pair of beginnings. */
function editCosts(right: readonly string[], typed: readonly string[]): number[][] {
  let above = typed.map((_, j) => j + 1);
  above.unshift(0);
  const table = [above];
  for (const [i, letter] of right.entries()) {
    const row = [i + 1];
    for (const [j, other] of typed.entries()) {
      row.push(Math.min((above[j] ?? 0) + (letter === other ? 0 : 1), (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    table.push(row);
    above = row;
  }
  return table;
}
