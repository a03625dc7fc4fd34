import type { Gate } from './gate.ts';

const mark = '(?:semicolon|comma|colon|full stop|question mark|new line)';
/** A mark's name without the article that makes it a thing one talks about. */
const bare = new RegExp(
  `(?<!\\b(?:a|an|the|only|one|two|this|that|with|no|of|or|and|missing) )\\b${mark}\\b(?! splices?\\b| goes\\b| is\\b)`,
  'i',
);
/** Two marks side by side with nothing between them but an article. */
const beside = new RegExp(`\\b${mark} an? ${mark}\\b`, 'i');

/** Text read out with its punctuation is no sentence that anybody says. */
export const dictated: Gate = {
  name: 'dictated',
  says: 'It was dictated with its punctuation.',
  stops: ({ text }) => bare.test(text) || beside.test(text),
  examples: {
    stops: [
      "They read reviews semicolon however comma they don't trust advertisements.",
      'You need a full stop a semicolon, or a conjunction.',
    ],
    passes: [
      'A comma splice is when you join two complete sentences with only a comma.',
      'You need a semicolon between two main clauses.',
    ],
  },
};
