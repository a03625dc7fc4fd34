import { isReordering } from '../compare/change.ts';
import type { Kind } from '../kind.ts';

/** The same words come in another order. */
export const wordOrder: Kind = {
  name: 'word order',
  says: 'The same words come in another order.',
  categoryOf: ({ change }) => (isReordering(change) ? 'modifier' : null),
  finds: [
    ['I like very much coffee', 'I like coffee very much', 'modifier'],
    ['She asked me where is the station', 'She asked me where the station is', 'modifier'],
  ],
  leaves: [
    ['I like coffee much', 'I like coffee very much'],
    ['She go home', 'She goes home'],
  ],
};
