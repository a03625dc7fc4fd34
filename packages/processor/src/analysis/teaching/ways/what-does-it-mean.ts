import { phrasing } from '../phrasing.ts';
import { term } from '../pieces.ts';

/** Somebody asks what it means. */
export const whatDoesItMean = phrasing({
  name: 'what does it mean',
  says: 'Somebody asks what it means.',
  ofLearners: true,
  needs: ['mean'],
  pattern: String.raw`\bwhat (?:does|do|did|is the meaning of) (?:the word |the verb )?(?!(?:it|that|this|you|they|he|she|we)\b)(?:an? |the |to )?${term}(?: means?)(?=[^\p{L}]|$)`,
  finds: [
    ['What does reluctant mean?', { term: 'reluctant', definition: null }],
    ['Student: What does the word drizzle mean?', { term: 'drizzle', definition: null }],
  ],
  leaves: ['What does it mean?', 'What does she do?'],
});
