import { phrasing } from '../phrasing.ts';
import { shortTerm, where } from '../pieces.ts';

/** The teacher says where, what or how it is. */
export const isWhere = phrasing({
  name: 'is where',
  says: 'The teacher says where, what or how it is.',
  needs: [' is ', ' are '],
  pattern: String.raw`${where}(?:your |an? |the )?${shortTerm}(?:, by the way,)? (?:is|are) (?:just |basically )?(?<definition>(?:where|what|how|whatever|why|when|whoever|wherever) [^.?!]{4,150})`,
  finds: [
    ['A quay is where ships are loaded.', { term: 'quay', definition: 'where ships are loaded' }],
    ['Your budget is what you can spend in a month.', { term: 'budget', definition: 'what you can spend in a month' }],
  ],
  leaves: ['She knows where the quay is.', 'That shop on the corner of our long street is closed.'],
});
