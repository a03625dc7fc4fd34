import { phrasing } from '../phrasing.ts';

/** The teacher gives the word that was looked for. */
export const wordYouWant = phrasing({
  name: 'word you want',
  says: 'The teacher gives the word that was looked for.',
  needs: ['want', 'need', 'looking'],
  pattern: String.raw`\b(?:the word you want is|you want|you need the word|you're looking for|the word you need is|in english you need|you meant|you mean) (?!(?:to|a|an|the|me|it|some|that|this|water|more)\b)(?<term>[\p{L}-]{4,})$`,
  finds: [
    ['The word you want is reluctant.', { term: 'reluctant', definition: null }],
    ["You're looking for scaffold.", { term: 'scaffold', definition: null }],
  ],
  leaves: ['Do you want to eat?', 'You want some more.'],
});
