import { phrasing } from '../phrasing.ts';

/** The teacher gives the words to begin or end with. */
export const startWith = phrasing({
  name: 'start with',
  says: 'The teacher gives the words to begin or end with.',
  fixed: true,
  needs: [' with '],
  pattern: String.raw`\b(?:you|we|people) (?:can |could |should |usually |often |always )?(?:start|begin|finish|end|open|close) (?:it |the [\p{L}-]+ )?with (?<term>[\p{L}'’-]{1,40}(?: [\p{L}'’-]{1,40}){1,4})$`,
  finds: [
    ['You can start with dear sir or madam.', { term: 'dear sir or madam', definition: null }],
    ['You usually end with kind regards.', { term: 'kind regards', definition: null }],
  ],
  leaves: ['We start with you.', 'The film starts with a long song.'],
});
