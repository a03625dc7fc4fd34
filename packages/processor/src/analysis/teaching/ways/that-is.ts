import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher names it and adds what it is. */
export const thatIs = phrasing({
  name: 'that is',
  says: 'The teacher names it and adds what it is.',
  needs: [', '],
  pattern: String.raw`^(?:an? |the )?${shortTerm}, (?:that's|that is|it's) (?<definition>(?:an?|the|when|like|[\p{L}]+) [^.?!,]{2,140})`,
  finds: [
    ["A harbour, that's a place for ships.", { term: 'harbour', definition: 'a place for ships' }],
    ['Dusk, that is when the sun has just gone.', { term: 'dusk', definition: 'when the sun has just gone' }],
  ],
  leaves: ["Yes, that's a good idea.", "I know that's a pity."],
  needsMarks: 'without the comma it is any remark',
});
