import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** Somebody asks what it is. */
export const whatIs = phrasing({
  name: 'what is',
  says: 'Somebody asks what it is.',
  ofLearners: true,
  loose: true,
  needs: ['what'],
  pattern: String.raw`^(?:and |so |but )?what(?:'s| is) (?!(?:that|this|it|the|your|my|his|her|our|their|going|up|wrong|new|happening|he|she|there|in|on|next|better|worse|missing|called)\b)(?:to |an? )?${shortTerm}(?: in english| for [\p{L} ]{2,20})?\??$`,
  finds: [
    ['What is a hedge?', { term: 'hedge', definition: null }],
    ['Student: What is a scaffold in English?', { term: 'scaffold', definition: null }],
  ],
  leaves: ['What is that?', 'What is your name?'],
});
