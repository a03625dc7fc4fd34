import { phrasing } from '../phrasing.ts';
import { shortTerm, where } from '../pieces.ts';

/** The teacher gives the opposite. */
export const oppositeOf = phrasing({
  name: 'opposite of',
  says: 'The teacher gives the opposite.',
  needs: ['opposite'],
  pattern: String.raw`${where}${shortTerm} is (?<definition>the opposite of [^.?!,]{2,40})`,
  finds: [
    ['Blunt is the opposite of sharp.', { term: 'blunt', definition: 'the opposite of sharp' }],
    ['So shallow is the opposite of deep.', { term: 'shallow', definition: 'the opposite of deep' }],
  ],
  leaves: ['Do the opposite of what he says.', 'They live on the opposite side.'],
});
