import { phrasing } from '../phrasing.ts';
import { term } from '../pieces.ts';

/** The teacher gives the name of it. */
export const isCalled = phrasing({
  name: 'is called',
  says: 'The teacher gives the name of it.',
  needs: ['call', 'word', 'name', 'term', 'expression', 'phrase'],
  pattern: String.raw`\b(?:(?:is|are|it's|they're|that's) called|we call (?:it|this|that|them|these)|you call (?:it|this|that)|the (?:english )?(?:word|words|name|term|expression|phrase) (?:for (?:it|this|that) )?(?:is|are)) (?:an? |the |to )?${term}(?=[.,!?;]|$)`,
  finds: [
    ['The person who cuts your hair is called a hairdresser.', { term: 'hairdresser', definition: null }],
    ['We call it a roundabout.', { term: 'roundabout', definition: null }],
  ],
  leaves: ['She called her mother.', 'You called us yesterday.'],
});
