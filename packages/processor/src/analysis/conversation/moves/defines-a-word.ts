import { phrasedAs } from '../move.ts';

/** It says what a word means. */
export const definesAWord = phrasedAs({
  name: 'defines a word',
  says: 'It says what a word means.',
  patterns: [/^(?:an? [\p{L} -]{2,30} is (?:an?|the|when|someone|something|where)|(?:to )?[\p{L}' -]{2,40} means?) /iu],
  finds: ['A ladder is a thing you climb.', 'To haggle means to talk about the price.'],
  leaves: ['My sister is a nurse.', 'What does it mean?'],
});
