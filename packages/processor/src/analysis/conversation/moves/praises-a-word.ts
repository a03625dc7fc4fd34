import { phrasedAs } from '../move.ts';

/** It speaks of a word as one worth learning. */
export const praisesAWord = phrasedAs({
  name: 'praises a word',
  says: 'It speaks of a word as one worth learning.',
  patterns: [
    /\b(?:the word (?:you|we|i|for)|a (?:strong|nice|good|great|tricky|useful|funny|hard|big|common) one|collocation|phrase|expression|idiom|phrasal verb|excellent word|great word|good word|nice word|useful word|good verb|great verb|new word)\b/i,
  ],
  finds: ['That is a good word.', 'It is a nice expression.'],
  leaves: ['That is a good idea.', 'He kept his word.'],
});
