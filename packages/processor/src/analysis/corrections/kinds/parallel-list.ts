import { isList } from '../compare/change.ts';
import type { Kind } from '../kind.ts';

/** The items of a list do not match. */
export const parallelList: Kind = {
  name: 'parallel list',
  says: 'The items of a list do not match.',
  categoryOf: ({ change }) => (isList(change) ? 'parallelism' : null),
  finds: [
    ['She likes to read and to swim and go running', 'She likes reading and swimming and going running', 'parallelism'],
    ['He wants to sing and to dance in the big hall', 'He enjoys singing and dancing in the big hall', 'parallelism'],
  ],
  leaves: [
    ['She likes read', 'She likes reading'],
    ['I like dogs and cat', 'I like dogs and cats'],
  ],
};
