import { phrasing } from '../phrasing.ts';
import { aside, definition, term, where } from '../pieces.ts';

/** The teacher says what doing it means. */
export const verbMeans = phrasing({
  name: 'verb means',
  says: 'The teacher says what doing it means.',
  part: 'verb',
  objectMayBeAny: true,
  needs: ['to '],
  pattern: String.raw`${where}to ${term}${aside} (?:means|mean|is) (?:that |to )?${definition}`,
  finds: [
    [
      'To haggle means to talk about the price until it is lower.',
      { term: 'haggle', definition: 'talk about the price until it is lower' },
    ],
    [
      'To put off a meeting is to do it on a later day.',
      { term: 'put off a meeting', definition: 'do it on a later day' },
    ],
  ],
  leaves: ['She wants to paint the garage.', 'He has to climb a ladder every day.'],
});
