import type { Kind } from '../kind.ts';

const isQuantity = (words: readonly string[]): boolean =>
  words.length === 1 && /^(?:much|many|less|fewer)$/.test(words[0] ?? '');

/** Much stands for many, or less for fewer. */
export const muchOrMany: Kind = {
  name: 'much or many',
  says: 'Much stands for many, or less for fewer.',
  categoryOf: ({ change: { removed, added } }) => (isQuantity(removed) && isQuantity(added) ? 'agreement' : null),
  finds: [
    ['I have much friends', 'I have many friends', 'agreement'],
    ['There is not many water', 'There is not much water', 'agreement'],
    ['We saw less boats', 'We saw fewer boats', 'agreement'],
  ],
  leaves: [
    ['I have much friends', 'I have a lot of friends'],
    ['I am much happy', 'I am very happy'],
  ],
};
