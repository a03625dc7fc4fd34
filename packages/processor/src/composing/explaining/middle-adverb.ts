import { type Explanation, wordsAround } from './explanation.ts';

const middle = /^(?:only|also|always|never|often|usually|just|still|already|really|sometimes|even)$/;

/** "I have only dog → I only have a dog": where small adverbs stand. */
export const middleAdverb: Explanation = {
  name: 'adverbs in the middle',
  rule(blank) {
    const { right, wrong, before, after } = wordsAround(blank);
    const word = right.find((one) => middle.test(one));
    if (word === undefined || right.length > 3) return null;
    const wasThere = wrong.includes(word) || (wrong.length === 0 && after.length > 0) || wrong.at(-1) === word;
    if (!wasThere || wrong.join(' ') === right.join(' ') || before.at(-1) === 'not') return null;
    return `“${word}” stands before the main verb, and after a form of “be” or another helping verb.`;
  },
  examples: {
    explains: [
      [['I', 'have only', 'only have', 'a dog'], 'before the main verb'],
      [['I', '', 'only', 'have a dog'], 'before the main verb'],
    ],
    leaves: [
      ['I am', 'not', 'very', 'tired'],
      ['She', 'sang', 'sings', 'well'],
    ],
  },
};
