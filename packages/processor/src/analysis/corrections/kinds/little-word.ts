import { adverbs, articles } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** Another little word is missing, too much or another. */
export const littleWord: Kind = {
  name: 'little word',
  says: 'Another little word is missing, too much or another.',
  categoryOf: ({ change: { removed, added }, isOfLittleWords }) => {
    const words = [...removed, ...added];
    if (!isOfLittleWords) return null;
    if (words.some((word) => articles.has(word))) return 'article';
    return words.some((word) => adverbs.has(word)) ? 'modifier' : 'wordChoice';
  },
  finds: [
    ['I have some dog', 'I have a dog', 'article'],
    ['We often watch this films at home', 'We often watch that films at home', 'wordChoice'],
  ],
  leaves: [
    ['We meet in Monday', 'We meet on Monday'],
    ['She work here', 'She works here'],
  ],
};
