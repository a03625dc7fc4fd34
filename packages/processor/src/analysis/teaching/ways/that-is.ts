import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher names it and adds what it is. */
export const thatIs = phrasing({
  name: 'that is',
  says: 'The teacher names it and adds what it is.',
  needs: [', '],
  pattern: String.raw`^(?:an? |the )?(?![^,]*\b(?:says?|said|will|always|is|has|have|no|exactly|means)\b)${shortTerm}, (?:that's|that is|it's) (?!(?:an? |the )?(?:very|really|too|so|not|another|great|good|nice|real|right|fine|brilliant|lovely|first|best|most|only|same|what (?:we|you|people|they)|in|on|at|to|just) ?\b)(?<definition>(?:an?|the|when|like|[\p{L}]+) [^.?!,]{2,140})`,
  finds: [
    ["A harbour, that's a place for ships.", { term: 'harbour', definition: 'a place for ships' }],
    ['Dusk, that is when the sun has just gone.', { term: 'dusk', definition: 'when the sun has just gone' }],
  ],
  leaves: ["Painters always say, it's a pity.", "Yes, that's a good idea.", "I know that's a pity."],
  needsMarks: 'without the comma it is any remark',
});
