import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher asks to say or spell it. */
export const sayIt = phrasing({
  name: 'say it',
  says: 'The teacher asks to say or spell it.',
  loose: true,
  needs: ['say', 'spell', 'pronounce', 'repeat'],
  pattern: String.raw`\b(?:can you (?:say|spell|pronounce)|repeat(?: after me)?|how do you spell|(?<!(?:don't|never|not|can't|we|you|people|they|i) )say)[,:]? (?!(?:it|that|this|again|the|hello|hi|something|more|me|my|your|a|bye|sorry|thank|yes|no)\b)${shortTerm}(?: for me| again| please|, please)?[.?!]?$`,
  finds: [
    ['Can you say thorough?', { term: 'thorough', definition: null }],
    ['How do you spell necessary?', { term: 'necessary', definition: null }],
  ],
  leaves: ['Can you say that again?', 'We say hello.'],
});
