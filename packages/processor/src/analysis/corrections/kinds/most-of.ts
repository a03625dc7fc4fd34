import type { Kind } from '../kind.ts';

/** The most of people. */
export const mostOf: Kind = {
  name: 'most of',
  says: 'The most of people.',
  categoryOf: ({ change }) =>
    change.wrongClause.join(' ').includes('the most of') && change.removed.includes('of') ? 'article' : null,
  finds: [
    ['The most of people agree', 'Most people agree', 'article'],
    ['I like the most of films', 'I like most films', 'article'],
  ],
  leaves: [
    ['Most of people agree', 'Most people agree'],
    ['I like the most', 'I like it most'],
  ],
};
