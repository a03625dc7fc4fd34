import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher goes through a list of words. */
export const inAList = phrasing({
  name: 'in a list',
  says: 'The teacher goes through a list of words.',
  loose: true,
  needs: [],
  pattern: String.raw`^(?:(?:the )?(?:first|second|third|fourth|fifth|next|last|another)(?: (?:one|word|verb|expression|phrase))?(?: is|,|:)|(?:number )?(?:one|two|three|four|five|six|seven|eight|nine|ten)[,.:]|next[,.:]? is) (?:um,? )?(?!(?:i|you|we|he|she|it|they|there|what|the|my|your|let|let's|how|do|does|can|is|are|next|now|please|look|this|that)\b)(?:an? |to )?${shortTerm}(?=[.!?]|$)`,
  finds: [
    ['Another one, scaffold.', { term: 'scaffold', definition: null }],
    ['The next one is reluctant.', { term: 'reluctant', definition: null }],
  ],
  leaves: ['One, two, three.', 'First, I want to see your homework.'],
  needsMarks: 'the pause behind the number is a comma',
});
