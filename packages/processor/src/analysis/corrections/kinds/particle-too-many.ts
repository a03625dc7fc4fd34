import { isContent, particles, prepositions } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** A particle too many makes another verb: cope up with. */
export const particleTooMany: Kind = {
  name: 'particle too many',
  says: 'A particle too many makes another verb: cope up with.',
  categoryOf: ({ change: { removed, added, before, after }, isOfLittleWords }) =>
    isOfLittleWords &&
    added.length === 0 &&
    removed.every((word) => particles.has(word) && !/^(?:about|in|on)$/.test(word)) &&
    prepositions.has(after[0] ?? '') &&
    isContent(before.at(-1) ?? '')
      ? 'collocation'
      : null,
  finds: [
    ['I cannot cope up with the noise', 'I cannot cope with the noise', 'collocation'],
    ['We arrived up at the station', 'We arrived at the station', 'collocation'],
  ],
  leaves: [
    ['We discussed about the plan', 'We discussed the plan'],
    ['We look to it', 'We look at it'],
  ],
};
