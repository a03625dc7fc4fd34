import { praisesAWord } from '../../conversation/moves/praises-a-word.ts';
import { sentenceWay } from '../way.ts';

/** The teacher says it alone and praises it as a word. */
export const praisedAsAWord = sentenceWay({
  name: 'praised as a word',
  says: 'The teacher says it alone and praises it as a word.',
  loose: true,
  fixed: true,
  look: ({ loneTerm, next, previous }) =>
    loneTerm !== null && (praisesAWord.isIn(next) || praisesAWord.isIn(previous?.raw ?? ''))
      ? [{ phrase: loneTerm, definition: null }]
      : [],
  finds: [
    ["Drizzle. That's a good word.", { term: 'drizzle', definition: null }],
    ['I have a new word for you. Scaffold.', { term: 'scaffold', definition: null }],
  ],
  leaves: ['Drizzle. That is bad weather.', 'We all went home. That was a good word.'],
  needsMarks: 'it reads two sentences',
});
