import type { Kind } from '../kind.ts';

/** It stands where there belongs. */
export const thereIs: Kind = {
  name: 'there is',
  says: 'It stands where there belongs.',
  categoryOf: ({ change: { removed, added }, isOfLittleWords }) => {
    const isForIt = removed.includes('it') && added.includes('there') && !removed.includes('there');
    return isForIt && isOfLittleWords ? 'wordChoice' : null;
  },
  finds: [
    ['It is a bank in my street', 'There is a bank in my street', 'wordChoice'],
    ['It was a problem with the car', 'There was a problem with the car', 'wordChoice'],
    ["It's no shops in my street", 'There are no shops in my street', 'wordChoice'],
  ],
  leaves: [
    ['It is cold here', 'It was cold here'],
    ['There is many shops', 'There are many shops'],
  ],
};
