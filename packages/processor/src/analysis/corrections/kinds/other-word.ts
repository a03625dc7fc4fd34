import type { Kind } from '../kind.ts';

/** Another word is meant. */
export const otherWord: Kind = {
  name: 'other word',
  says: 'Another word is meant.',
  categoryOf: () => 'wordChoice',
  finds: [
    ['My chief is very nice to everybody', 'My boss is very nice to everybody', 'wordChoice'],
    ['I live in a big department', 'I live in a big apartment', 'wordChoice'],
  ],
  leaves: [
    ['She work here', 'She works here'],
    ['We meet in Monday', 'We meet on Monday'],
  ],
};
