import type { Kind } from '../kind.ts';

/** The right words are joined by a hyphen. */
export const hyphen: Kind = {
  name: 'hyphen',
  says: 'The right words are joined by a hyphen.',
  categoryOf: ({ change }) => (change.hyphen === true ? 'modifier' : null),
  finds: [
    ['It was a six hours flight', 'It was a six-hour flight', 'modifier'],
    ['She has a two years contract', 'She has a two-year contract', 'modifier'],
  ],
  leaves: [
    ['It was a six hours flight', 'It was a six hour flight'],
    ['I am well', 'I feel well'],
  ],
};
