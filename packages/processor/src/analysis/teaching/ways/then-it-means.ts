import { sentenceWay } from '../way.ts';

const explains =
  /^(?:it|that|this) (?:means|just means) (?<definition>(?:an?|the|to|when|you|that|someone|something|like|how|what)? ?[^?]{8,160})$/iu;

/** The teacher says it alone, and what it means in the next sentence. */
export const thenItMeans = sentenceWay({
  name: 'then it means',
  says: 'The teacher says it alone, and what it means in the next sentence.',
  look: ({ loneTerm, next }) => {
    const definition = explains.exec(next)?.groups?.definition;
    return loneTerm === null || definition === undefined ? [] : [{ phrase: loneTerm, definition }];
  },
  finds: [
    ['Reluctant. It means you do not want to do it.', { term: 'reluctant', definition: 'you do not want to do it' }],
    ['A detour. That just means a longer way.', { term: 'a detour', definition: 'a longer way' }],
  ],
  leaves: ['Reluctant. What does it mean?', 'He said that she was late again. It means nothing to me.'],
  needsMarks: 'it reads two sentences',
});
