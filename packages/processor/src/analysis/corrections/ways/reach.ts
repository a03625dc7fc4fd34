import type { Unit } from '../../../language/align.ts';
import { possibleBases } from '../../../language/inflection.ts';
import { isContent } from '../../../language/words.ts';

/** The dictionary forms of the words that carry meaning. */
export function contentKeys(units: readonly Unit[]): Set<string> {
  const keys = new Set<string>();
  for (const { norm } of units) if (isContent(norm)) for (const base of possibleBases(norm)) keys.add(base);
  return keys;
}

/** How far from a learner's sentence what mends it is looked for. */
export const near = { sentences: 16, turns: 4, afterReading: 8, ownTurns: 8 };

/** More words than this in one breath are no sentence, and nothing that could be put right. */
export const longestSpoken = 60;
