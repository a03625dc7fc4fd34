import type { Kind } from '../kind.ts';

const isQuantity = (words: readonly string[]): boolean => words.length === 1 && /^(?:much|many)$/.test(words[0] ?? '');

/** Much stands for many, or many for much. */
export const muchOrMany: Kind = {
  name: 'much or many',
  says: 'Much stands for many, or many for much.',
  categoryOf: ({ change: { removed, added } }) => (isQuantity(removed) && isQuantity(added) ? 'agreement' : null),
  finds: [
    ['I have much friends', 'I have many friends', 'agreement'],
    ['There is not many water', 'There is not much water', 'agreement'],
  ],
  leaves: [
    ['I have much friends', 'I have a lot of friends'],
    ['I am much happy', 'I am very happy'],
  ],
};
