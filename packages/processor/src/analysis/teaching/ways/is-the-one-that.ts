import { phrasing } from '../phrasing.ts';

/** The teacher says which one of many it is. */
export const isTheOneThat = phrasing({
  name: 'is the one that',
  says: 'The teacher says which one of many it is.',
  part: 'noun',
  needs: [' is the ', ' are the ', ' is a ', ' are '],
  pattern: String.raw`^(?:so |and |but )?(?:the )?(?<term>[\p{L}-]{3,}(?: [\p{L}-]{3,})?) (?:is|are) (?<definition>(?:the |an? )?(?!same\b|only\b|best\b|most\b|first\b|last\b|next\b|one\b|other\b|big\b)(?:[\p{L}-]+ ){1,3}(?:where|that|which|who|of|between|when|you)\b [^.?!]{4,140})`,
  finds: [
    [
      'Luggage is the heavy stuff that you carry to the plane.',
      { term: 'luggage', definition: 'the heavy stuff that you carry to the plane' },
    ],
    [
      'Rush hour is the busy time when everybody drives home.',
      { term: 'rush hour', definition: 'the busy time when everybody drives home' },
    ],
  ],
  leaves: ['What is the best film?', 'That is the same one that you had.'],
});
