import { articles, possessives } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** "In other class", "in another class": the article is part of the word. */
const isOfOther = (removed: readonly string[], added: readonly string[]): boolean =>
  [removed.join(), added.join()].sort().join() === 'another,other';

/** An article or possessive is missing, too much or another. */
export const articleOrOwner: Kind = {
  name: 'article or owner',
  says: 'An article or possessive is missing, too much or another.',
  categoryOf: ({ change: { removed, added } }) =>
    [...removed, ...added].every((word) => articles.has(word) || possessives.has(word)) || isOfOther(removed, added)
      ? 'article'
      : null,
  finds: [
    ['I have ladder at home', 'I have a ladder at home', 'article'],
    ['He is in other class', 'He is in another class', 'article'],
    ['I go to the school by bus', 'I go to school by bus', 'article'],
  ],
  leaves: [
    ['I have one ladder', 'I have two ladders'],
    ['I go in school', 'I go to school'],
  ],
};
