import { phrasing } from '../phrasing.ts';
import { aside, definition, term, where } from '../pieces.ts';

/** The teacher says what the word means. */
export const means = phrasing({
  name: 'means',
  says: 'The teacher says what the word means.',
  needs: ['mean'],
  pattern: String.raw`${where}(?:the word |the verb |the noun |your |an? |the )?${term}${aside} (?:just |basically |also |really |simply )?means? (?:that |to )?${definition}`,
  finds: [
    ['Fragile means that it breaks easily.', { term: 'fragile', definition: 'it breaks easily' }],
    ['The word clumsy means somebody who drops things.', { term: 'clumsy', definition: 'somebody who drops things' }],
  ],
  leaves: ['What does fragile mean?', 'What did he mean?'],
});
