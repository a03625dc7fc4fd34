import { auxiliaries } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** No stands where a verb is negated: he no can swim. */
export const noForNot: Kind = {
  name: 'no for not',
  says: 'No stands where a verb is negated: he no can swim.',
  categoryOf: ({ change: { removed, added, rightClause } }) => {
    if (!removed.includes('no') || !added.includes('not')) return null;
    const negates = rightClause.some((word, at) => auxiliaries.has(word) && rightClause[at + 1] === 'not');
    return negates ? 'tense' : null;
  },
  finds: [
    ['My brother no can swim', 'My brother cannot swim', 'tense'],
    ['She no like fish', "She doesn't like fish", 'tense'],
  ],
  leaves: [
    ['I have no car', 'I have a car'],
    ['She not like fish', "She doesn't like fish"],
  ],
};
