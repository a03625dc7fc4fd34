import { openLexicon } from '../lexicon/index.ts';
import { wordsToMove } from './words-to-move.ts';

const lexicon = openLexicon();

test.each([
  ['People are hungry here.', 'people'],
  ['Snow fell all night.', 'snow'],
  ['We waited, but he never came.', 'we'],
  ['Rose likes tea.', 'Rose'],
  ['Monday is my day off.', 'Monday'],
  ["I'm at home.", "I'm"],
])('%s begins with the piece %s', (sentence, first) => {
  expect(wordsToMove(sentence, lexicon)[0]).toBe(first);
});
