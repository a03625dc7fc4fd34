import { phrasing } from '../phrasing.ts';

/** The teacher points at it. */
export const thisIsA = phrasing({
  name: 'this is a',
  says: 'The teacher points at it.',
  part: 'noun',
  needs: ['this', 'that', 'these', 'those'],
  pattern: String.raw`^(?:so |and |now )?(?:this|that|these|those) (?:is|are|'s) (?:your |an? |the )(?<term>[\p{L}-]{3,}(?: [\p{L}-]+)?)(?:, or [^.?!]{2,40})?$`,
  finds: [
    ['This is a wheelbarrow.', { term: 'wheelbarrow', definition: null }],
    ['That is a screwdriver.', { term: 'screwdriver', definition: null }],
  ],
  leaves: ['This is fun.', 'That was a long day.'],
});
