import { auxiliaries } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** A verb lacks its auxiliary, or has one too many or another. */
export const auxiliary: Kind = {
  name: 'auxiliary',
  says: 'A verb lacks its auxiliary, or has one too many or another.',
  categoryOf: ({ change: { removed, added }, isOfLittleWords }) =>
    isOfLittleWords && [...removed, ...added].some((word) => auxiliaries.has(word)) ? 'tense' : null,
  finds: [
    ['I am agree with you', 'I agree with you', 'tense'],
    ['I here since Monday', 'I have been here since Monday', 'tense'],
  ],
  leaves: [
    ['I agree you', 'I agree with you'],
    ['She work here', 'She works here'],
  ],
};
