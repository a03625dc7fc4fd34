import { isInfinitive } from '../compare/change.ts';
import type { Kind } from '../kind.ts';

/** The infinitive is built wrongly: for hear, let me to share. */
export const infinitive: Kind = {
  name: 'infinitive',
  says: 'The infinitive is built wrongly: for hear, let me to share.',
  categoryOf: ({ change, lexicon }) => (isInfinitive(change, lexicon) ? 'tense' : null),
  finds: [
    ['I went there for buy bread', 'I went there to buy bread', 'tense'],
    ['She can to swim well', 'She can swim well', 'tense'],
    ["We can't to focus here", "We can't focus here", 'tense'],
  ],
  leaves: [
    ['I went to the school', 'I went to school'],
    ['She waits for a bus', 'She waits for the bus'],
  ],
};
