import { phrasing } from '../phrasing.ts';
import { term } from '../pieces.ts';

/** The teacher says that the words belong together. */
export const goesTogether = phrasing({
  name: 'goes together',
  says: 'The teacher says that the words belong together.',
  needs: ['together'],
  pattern: String.raw`^${term},? (?:that goes|those go|they go|it goes|goes|go) together`,
  finds: [
    ['Heavy traffic, those go together.', { term: 'heavy traffic', definition: null }],
    ['Make progress, that goes together.', { term: 'make progress', definition: null }],
  ],
  leaves: ['Let us go there together.', 'They went together to the sea.'],
});
