import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher says what it is in English. */
export const inEnglish = phrasing({
  name: 'in english',
  says: 'The teacher says what it is in English.',
  loose: true,
  needs: ['english', 'here'],
  pattern: String.raw`\b(?:in english|here) (?:it's|it is|we say|you say|we call it|that's) (?:an? |the |to )?${shortTerm}(?=[.,!?;]|$)`,
  finds: [
    ['In English we say drizzle.', { term: 'drizzle', definition: null }],
    ["And in English it's a hedge.", { term: 'hedge', definition: null }],
  ],
  leaves: ['In English we study on Monday with our friends and the others.', 'Here is your book.'],
  rareBecause: 'the word follows in a sentence of its own more often',
});
