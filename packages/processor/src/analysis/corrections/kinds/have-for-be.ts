import { beForms, haveForms, isNumber } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** What one has in many languages and is in English, besides an age. */
const states = /^(?:hungry|thirsty|cold|hot|right|fear|afraid|hunger|sleepy|old)$/;

/** Have stands where English says be: I have twenty years. */
export const haveForBe: Kind = {
  name: 'have for be',
  says: 'Have stands where English says be: I have twenty years.',
  categoryOf: ({ change: { removed, added, after, rightClause } }) => {
    if (!removed.some((word) => haveForms.has(word)) || !added.some((word) => beForms.has(word))) return null;
    if (added.some((word) => haveForms.has(word))) return null;
    const isAge = isNumber(after[0] ?? '') || added.some(isNumber) || removed.some((word) => /^years?$/.test(word));
    return isAge || (added.length === 1 && rightClause.some((word) => states.test(word))) ? 'wordChoice' : null;
  },
  finds: [
    ['My sister has thirty years', 'My sister is thirty years old', 'wordChoice'],
    ['My sister has thirty years', 'My sister is thirty', 'wordChoice'],
    ['I have hungry now', 'I am hungry now', 'wordChoice'],
  ],
  leaves: [
    ['He have two sisters', 'He has two sisters'],
    ['I have worked here now', 'I am working here now'],
  ],
};
