import { subjectPronouns } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** A pronoun or nothing stands where there belongs. */
export const thereIs: Kind = {
  name: 'there is',
  says: 'A pronoun or nothing stands where there belongs.',
  categoryOf: ({ change: { removed, added }, isOfLittleWords }) => {
    // "then was a problem"
    if (removed.length === 0 && added.join() === 'there') return 'wordChoice';
    const isForIt =
      removed.some((word) => subjectPronouns.has(word)) && added.includes('there') && !removed.includes('there');
    return isForIt && isOfLittleWords ? 'wordChoice' : null;
  },
  finds: [
    ['It is a bank in my street', 'There is a bank in my street', 'wordChoice'],
    ['It was a problem with the car', 'There was a problem with the car', 'wordChoice'],
    ['We are six doctors here', 'There are six doctors here', 'wordChoice'],
    ['Then was a storm', 'Then there was a storm', 'wordChoice'],
    ["It's no shops in my street", 'There are no shops in my street', 'wordChoice'],
  ],
  leaves: [
    ['It is cold here', 'It was cold here'],
    ['There is many shops', 'There are many shops'],
  ],
};
