import { isMadeFrom } from '../../../language/derived.ts';
import { sameBase } from '../../../language/inflection.ts';
import { auxiliaries } from '../../../language/words.ts';
import { inflected } from '../inflected.ts';
import type { Kind } from '../kind.ts';

/** One word stands in another form. */
export const wordForm: Kind = {
  name: 'word form',
  says: 'One word stands in another form.',
  categoryOf: ({ change, pair, lexicon }) => {
    // "it is rain", "it is rainy"
    if (pair !== null && isMadeFrom(pair[1], pair[0])) return 'modifier';
    if (pair === null || !sameBase(pair[0], pair[1])) return null;
    const isFramed = [...change.removed, ...change.added].some((word) => auxiliaries.has(word));
    if (pair[0] === pair[1]) return isFramed ? 'tense' : null;
    return isFramed ? 'tense' : inflected(pair[0], pair[1], change, lexicon);
  },
  finds: [
    ['She work in a bank', 'She works in a bank', 'agreement'],
    ['Yesterday I go to school', 'Yesterday I went to school', 'tense'],
    ['She sings beautiful', 'She sings beautifully', 'modifier'],
    ['I am very boring here', 'I am very bored here', 'modifier'],
  ],
  leaves: [
    ['She work in a bank', 'She lives in a bank'],
    ['I have the car', 'I have a car'],
  ],
};
