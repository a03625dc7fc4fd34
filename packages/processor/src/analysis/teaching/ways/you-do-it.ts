import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher names it and says what one does with it. */
export const youDoIt = phrasing({
  name: 'you do it',
  says: 'The teacher names it and says what one does with it.',
  loose: true,
  needs: [', '],
  pattern: String.raw`^(?:(?:an? |the )|(?!\w+ly,))(?!\S+ (?:takes|needs|requires)\b)${shortTerm},(?: you know,| like,| just to be sure,)? (?<definition>(?:when|it|you|they|he|she) [^.?!,]{8,120})$`,
  finds: [
    ['A stapler, you put papers together with it.', { term: 'stapler', definition: 'you put papers together with it' }],
    ['A whisk, when you mix eggs very fast.', { term: 'whisk', definition: 'when you mix eggs very fast' }],
  ],
  leaves: ['A stapler, a pen and a ruler.', 'We waited, and then it began to rain.', 'Honestly, you need to learn it.'],
  needsMarks: 'without the comma it is any sentence',
});
