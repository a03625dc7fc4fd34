import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher announces it as a word. */
export const theWord = phrasing({
  name: 'the word',
  says: 'The teacher announces it as a word.',
  needs: ['word', 'verb', 'noun', 'adjective', 'adverb', 'expression', 'phrase', 'idiom', 'collocation'],
  pattern: String.raw`\b(?:another|one more|the|a|this|new|next|first|second|third|last|useful|good) (?:new |good |useful |nice |great )?(?:word|verb|noun|adjective|adverb|expression|phrase|phrasal verb|idiom|collocation)(?: for you)?(?: (?:here|today|now))?(?: is|,|:)? (?!that|which|you|we|i |for|in|of|is|with|and|from|to|as|by|on|at|try|again|order\b)(?!\p{L}+s (?!and\b)\p{L})(?:an? |the )?${shortTerm}(?=[.,!?;]|$)`,
  finds: [
    ['Here is a new word, drizzle.', { term: 'drizzle', definition: null }],
    ['The next expression is a piece of cake.', { term: 'piece of cake', definition: null }],
  ],
  leaves: ['The verb takes its object behind it.', 'The word that you said was fine.', 'Write the word in your book.'],
});
