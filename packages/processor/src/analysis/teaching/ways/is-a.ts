import { phrasing } from '../phrasing.ts';
import { aside, shortTerm, where } from '../pieces.ts';

/** The teacher says what kind of thing it is. */
export const isA = phrasing({
  name: 'is a',
  says: 'The teacher says what kind of thing it is.',
  part: 'noun',
  needs: [' is '],
  pattern: String.raw`${where}an? ${shortTerm}${aside} is (?:also |basically |just |like )?(?<definition>(?:an?|the|what|how|money|food|time|all|half|part|any|anything|anyone|one of) [^.?!]{4,160})`,
  finds: [
    [
      'A ladder is a thing you climb to reach a high place.',
      { term: 'ladder', definition: 'a thing you climb to reach a high place' },
    ],
    [
      'A souvenir is something, and an orchard is a garden with many fruit trees.',
      { term: 'orchard', definition: 'a garden with many fruit trees' },
    ],
  ],
  leaves: ['She is a very good painter.', 'There is a ladder behind the door.'],
});
