import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher goes on to the next word. */
export const whatAbout = phrasing({
  name: 'what about',
  says: 'The teacher goes on to the next word.',
  loose: true,
  needs: ['what about'],
  pattern: String.raw`^(?:and )?what about (?!(?:you|your|me|the|that|this|it|him|her|a|an|now|in|on|at)\b)${shortTerm}\?$`,
  finds: [
    ['What about luggage?', { term: 'luggage', definition: null }],
    ['And what about scaffolding?', { term: 'scaffolding', definition: null }],
  ],
  leaves: ['What about you?', 'What about the weather?'],
  needsMarks: 'only a question asks',
});
