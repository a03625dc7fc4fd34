import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher gives the word of another kind. */
export const theNounIs = phrasing({
  name: 'the noun is',
  says: 'The teacher gives the word of another kind.',
  needs: [' is '],
  pattern: String.raw`\b(?:the )?(?:noun|verb|adjective|adverb|opposite|person|negative|synonym)(?: (?:of|for) [\p{L}]+)? is (?:an? |the |to )?${shortTerm}(?=[.,!?;]|$)`,
  finds: [
    ['The noun is growth.', { term: 'growth', definition: null }],
    ['And the opposite of expensive is cheap.', { term: 'cheap', definition: null }],
  ],
  leaves: ['The noun comes first.', 'She is the best person for it.'],
});
