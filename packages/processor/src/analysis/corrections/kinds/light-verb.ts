import { speaksOfPeople, swapsLightVerbs } from '../compare/change.ts';
import type { Kind } from '../kind.ts';

/** One light verb stands for another: make homework, do homework. */
export const lightVerb: Kind = {
  name: 'light verb',
  says: 'One light verb stands for another: make homework, do homework.',
  categoryOf: ({ change, lexicon }) => {
    if (!swapsLightVerbs(change, lexicon)) return null;
    return speaksOfPeople(change, lexicon) ? 'wordChoice' : 'collocation';
  },
  finds: [
    ['I make my homework', 'I do my homework', 'collocation'],
    ['She said me the truth', 'She told me the truth', 'wordChoice'],
  ],
  leaves: [
    ['I write my homework', 'I do my homework'],
    ['She makes cake', 'She makes a cake'],
  ],
};
