import { isConditional } from '../compare/change.ts';
import type { Kind } from '../kind.ts';

/** A verb went wrong in an if-sentence. */
export const conditional: Kind = {
  name: 'conditional',
  says: 'A verb went wrong in an if-sentence.',
  categoryOf: ({ change }) => (isConditional(change) ? 'conditional' : null),
  finds: [
    ['If I will see him I will call you', 'If I see him I will call you', 'conditional'],
    ['If I would have time I would come', 'If I had time I would come', 'conditional'],
  ],
  leaves: [
    ['I will see him tomorrow', 'I would see him tomorrow'],
    ['She asked if I have a car', 'She asked if I had a car'],
  ],
};
