import { objectPronouns, prepositions } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** A preposition is missing, too much or another. */
export const preposition: Kind = {
  name: 'preposition',
  says: 'A preposition is missing, too much or another.',
  categoryOf: ({ change: { removed, added }, isOfLittleWords }) =>
    isOfLittleWords &&
    [...removed, ...added].some((word) => prepositions.has(word)) &&
    // "we meet us with friends": a pronoun too many is another matter
    !removed.some((word) => objectPronouns.has(word) && word !== 'it' && !added.includes(word))
      ? 'preposition'
      : null,
  finds: [
    ['We meet in Monday', 'We meet on Monday', 'preposition'],
    ['We discussed about the plan', 'We discussed the plan', 'preposition'],
  ],
  leaves: [
    ['We meet Monday', 'We meet every Monday'],
    ['We meet us with friends', 'We meet friends'],
    ['I have dog', 'I have a dog'],
  ],
};
