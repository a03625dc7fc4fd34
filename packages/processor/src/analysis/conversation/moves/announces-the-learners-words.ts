import { phrasedAs } from '../move.ts';

/** The teacher announces what the learner wrote or said. */
export const announcesTheLearnersWords = phrasedAs({
  name: 'announces the learners words',
  says: 'The teacher announces what the learner wrote or said.',
  patterns: [
    /\b(?:(?:next|last|first|second|third) (?:line|sentence|paragraph)|you (?:wrote|write|said|sent)|then you say|your (?:e-?mail|text|draft|homework|sentence|letter))\b/i,
  ],
  finds: ['Next line.', 'And then you wrote.'],
  leaves: ['The bus stands in line.', 'She wrote it.'],
});
