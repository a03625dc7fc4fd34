import { type Explanation, wordsAround } from './explanation.ts';

/** "The hotel has not a pool": what we own is denied with "don't have". */
export const negativeHave: Explanation = {
  name: 'negative of have',
  rule(blank) {
    const { right, wrong } = wordsAround(blank);
    const isDo = /^(?:do|does|did)(?: not|n't) have$/.test(right.join(' '));
    return isDo && /^(?:have|has|had)(?: not|n't)?$|^no have$/.test(wrong.join(' '))
      ? '“Have” for what we own makes its negative with “don’t”, “doesn’t” or “didn’t”: it doesn’t have a pool.'
      : null;
  },
  examples: {
    explains: [
      [['The hotel', 'has not', "doesn't have", 'a pool'], 'what we own'],
      [['We', "haven't", "don't have", 'a car'], 'don’t'],
    ],
    leaves: [
      ['We', "haven't seen", "don't see", 'it'],
      ['It', 'has', 'had', 'a lid'],
    ],
  },
};
