import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** A learner asks what it means. */
export const whatMeans = phrasing({
  name: 'what means',
  says: 'A learner asks what it means.',
  ofLearners: true,
  needs: ['mean'],
  pattern: String.raw`\bwhat means? (?:the word )?(?!(?:it|that|this)\b)${shortTerm}(?=[.,?!]|$)`,
  finds: [
    ['Student: What means drizzle?', { term: 'drizzle', definition: null }],
    ['Student: Sorry, what mean the word hedge?', { term: 'hedge', definition: null }],
  ],
  leaves: ['Student: I know what it means.', 'What means are there to stop it now in this town?'],
});
