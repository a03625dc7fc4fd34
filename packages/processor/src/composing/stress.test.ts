import { openLexicon } from '../lexicon/index.ts';
import { withoutStress } from './stress.ts';

const lexicon = openLexicon();

test.each([
  ['She is good AT chess.', 'She is good at chess.'],
  ['WHAT did you see?', 'What did you see?'],
  ['It is A whale.', 'It is a whale.'],
  ['A whale is big.', 'A whale is big.'],
  ['He DROVE home, and I walked.', 'He drove home, and I walked.'],
  ['She lives in the UK and has a TV.', 'She lives in the UK and has a TV.'],
  ['I read it on the BBC page.', 'I read it on the BBC page.'],
  ['Plan B is better.', 'Plan B is better.'],
])('%s → %s', (said, shown) => {
  expect(withoutStress(said, lexicon)).toBe(shown);
});
