import { phrasing } from '../phrasing.ts';

/** The teacher says what it is like when somebody does it. */
export const whenSomebodyDoes = phrasing({
  name: 'when somebody does',
  says: 'The teacher says what it is like when somebody does it.',
  part: 'verb',
  needs: ['if ', 'when '],
  pattern: String.raw`^(?:so |and )?(?:if|when) (?:an? |the )?[\p{L}]+(?: or (?:an? )?[\p{L}]+)? (?<term>[\p{L}-]+s)(?: [\p{L}]+){0,2}, (?<definition>(?:it|they|he|she|that) [^.?!]{4,150})`,
  finds: [
    ['When a dog barks, it makes a loud noise.', { term: 'barks', definition: 'it makes a loud noise' }],
    [
      'If a company expands, it grows and opens new offices.',
      { term: 'expands', definition: 'it grows and opens new offices' },
    ],
  ],
  leaves: ['When you come home, it is dark.', 'If it rains, we stay at home.'],
  needsMarks: 'the comma tells where the meaning begins',
});
