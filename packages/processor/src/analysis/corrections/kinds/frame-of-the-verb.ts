import { auxiliaries } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** The frame of a verb went wrong, whatever the verb: must bring, had to take. */
export const frameOfTheVerb: Kind = {
  name: 'frame of the verb',
  says: 'The frame of a verb went wrong, whatever the verb: must bring, had to take.',
  categoryOf: ({ change: { removed, added } }) =>
    removed.some((word) => auxiliaries.has(word)) &&
    added.some((word) => auxiliaries.has(word) && !removed.includes(word))
      ? 'tense'
      : null,
  finds: [
    ['I must bring my sister there', 'I had to take my sister there', 'tense'],
    ['We would buy a big house there', 'We have sold a big house there', 'tense'],
  ],
  leaves: [
    ['My chief is nice', 'My boss is nice'],
    ['She work here', 'She works here'],
  ],
};
