import { phrasing } from '../phrasing.ts';
import { shortTerm, where } from '../pieces.ts';

/** The teacher says when it is, or what somebody does. */
export const isWhen = phrasing({
  name: 'is when',
  says: 'The teacher says when it is, or what somebody does.',
  part: 'noun',
  needs: [' is ', ' is,'],
  pattern: String.raw`${where}(?:an? |the )?${shortTerm} is,? (?<definition>(?:when|where|someone|somebody|something|a person|people|a place|a thing) [^.?!]{4,150})`,
  finds: [
    [
      'A blackout is when there is no electricity in the whole street.',
      { term: 'blackout', definition: 'when there is no electricity in the whole street' },
    ],
    ['A plumber is a person who mends pipes.', { term: 'plumber', definition: 'a person who mends pipes' }],
  ],
  leaves: ['When is your birthday?', 'The plumber is here when you need him.'],
});
