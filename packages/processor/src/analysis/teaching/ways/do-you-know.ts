import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher asks whether it is known. */
export const doYouKnow = phrasing({
  name: 'do you know',
  says: 'The teacher asks whether it is known.',
  ofLearners: true,
  loose: true,
  needs: ['do you'],
  pattern: String.raw`\bdo you (?:know|remember|understand)(?: what)?(?: the (?:word|words|verb|expression|phrase))? (?!(?:what|how|where|who|why|when|that|it|this|if|the|your|my|a|an|any|some|him|her|them|me)\b)${shortTerm}(?: (?:means?|is))?(?: in (?:british |american )?english)?\?`,
  finds: [
    ['Do you know the word primer?', { term: 'primer', definition: null }],
    ['Do you remember what haggle means?', { term: 'haggle', definition: null }],
  ],
  leaves: ['I know the word.', 'Do you know him?'],
  needsMarks: 'only a question asks',
});
