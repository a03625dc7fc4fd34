import { withoutWord } from './without-word.ts';

test.each([
  ['I love hiking in the hills.', 'hike', 'I love _____ in the hills.'],
  ['Yesterday a guest complained about it.', 'complain', 'Yesterday a guest _____ about it.'],
  ['Big cities are loud.', 'city', 'Big _____ are loud.'],
  ['She is self-confident now.', 'confident', 'She is self-_____ now.'],
  ['We carried on as before.', 'carry on', 'We _____ on as before.'],
  ['Nothing of it here.', 'reliable', 'Nothing of it here.'],
])('%s without “%s”', (text, word, expected) => {
  expect(withoutWord(text, word)).toBe(expected);
});
