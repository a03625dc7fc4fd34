import type { Kind } from '../kind.ts';

const comparative = /^(?:more|most|less|least)$/;

/** Something is compared in the wrong form. */
export const comparison: Kind = {
  name: 'comparison',
  says: 'Something is compared in the wrong form.',
  categoryOf: ({ change, out, into }) =>
    [...change.removed, ...change.added].some((word) => comparative.test(word)) &&
    (out.length > 0 || into.length > 0 || /er$/.test(change.after[0] ?? ''))
      ? 'modifier'
      : null,
  finds: [
    ['It is more better than before', 'It is better than before', 'modifier'],
    ['My room is most bigger than yours', 'My room is bigger than yours', 'modifier'],
  ],
  leaves: [
    ['He is tall', 'He is taller'],
    ['I want more', 'I want some more'],
  ],
};
