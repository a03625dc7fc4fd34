import { sentenceWay } from '../way.ts';

/** The teacher says it alone more than once. */
export const drilled = sentenceWay({
  name: 'drilled',
  says: 'The teacher says it alone more than once.',
  loose: true,
  look: ({ loneTerm, timesAlone }) =>
    loneTerm !== null && timesAlone > 1 ? [{ phrase: loneTerm, definition: null }] : [],
  finds: [
    ['Scaffold. Scaffold.', { term: 'scaffold', definition: null }],
    ['A hedge. Once more. A hedge.', { term: 'a hedge', definition: null }],
  ],
  leaves: ['Scaffold.', 'Yes. Yes.'],
  needsMarks: 'it reads two sentences',
});
