import { openLexicon } from '../lexicon/index.ts';
import { soundsWrong } from './sounds-wrong.ts';

const lexicon = openLexicon();

test.each([
  'Nobody can swim here.',
  'It can rain tomorrow.',
  'The windows are clean.',
  'The shop is open on Monday.',
  'It was like a dream.',
  'What do cows eat?',
])('takes no offence at “%s”', (sentence) => {
  expect(soundsWrong(sentence, lexicon)).toBe(false);
});

test.each([
  'Nobody swim here.',
  'My sister is clean the windows.',
  'Everybody were there.',
  "He didn't went home.",
  'What do she eats?',
  'It is more cheaper.',
])('hears what is wrong in “%s”', (sentence) => {
  expect(soundsWrong(sentence, lexicon)).toBe(true);
});
