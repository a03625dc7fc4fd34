import { isMadeFrom } from '../../language/derived.ts';
import { pluralOf } from '../word-forms.ts';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "The road is rock": behind "be" stands the adjective of the noun. */
export const adjectiveOfANoun: Slip = {
  name: 'adjective of a noun',
  rule: 'To say what something is like, use the describing word: “rocky”, not “rock”.',
  forms({ right, wrong, before }) {
    const [adjective, noun] = [right.toLowerCase(), wrong.toLowerCase()];
    if (!/^(?:am|is|are|was|were|it['’]s|very|so|too)$/i.test(lastOf(before)) || !isMadeFrom(adjective, noun))
      return [];
    return [noun, pluralOf(noun), `much ${noun}`, `with ${noun}`];
  },
  examples: {
    offers: [
      [
        ['The road is', 'rock', 'rocky', 'here'],
        ['rocks', 'much rock'],
      ],
    ],
    leaves: [
      ['The road is', 'long', 'rocky', 'here'],
      ['I saw a', 'rock', 'rocky', 'road'],
    ],
  },
};
