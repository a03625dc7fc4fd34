import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher says what it is like. */
export const isLike = phrasing({
  name: 'is like',
  says: 'The teacher says what it is like.',
  needs: ['like'],
  pattern: String.raw`^(?:an? |the |to )?${shortTerm}(?: is|'s) (?:just |a bit |kind of )?like,? (?:(?<definition>(?:when|you|it|everything|an?|the|if)[^.?!]{6,140})|this$)`,
  finds: [
    ['A yawn is like this.', { term: 'yawn', definition: null }],
    ['Velvet is like a very soft curtain.', { term: 'velvet', definition: 'a very soft curtain' }],
    [
      "A maze is like when you can't find the way out.",
      { term: 'maze', definition: "when you can't find the way out" },
    ],
  ],
  leaves: ['I like velvet a lot.', 'She looks like a dancer.'],
});
