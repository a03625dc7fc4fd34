import { phrasing } from '../phrasing.ts';

/** The teacher says how it is written or stressed. */
export const howItIsWritten = phrasing({
  name: 'how it is written',
  says: 'The teacher says how it is written or stressed.',
  needs: [' has '],
  pattern: String.raw`^(?<term>[\p{L}-]{4,}) has (?:two|one|a|an|double|three|no|\d) [^.?!]{1,40}\b(?:stress|letter|syllable|s's|sound|[a-z]'s|[a-z]s)\b`,
  finds: [
    ['Committee has a double letter at the end.', { term: 'committee', definition: null }],
    ['Banana has a short sound in the middle.', { term: 'banana', definition: null }],
  ],
  leaves: ['She has two brothers.', 'It has a double bed.'],
});
