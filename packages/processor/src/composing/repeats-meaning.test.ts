import { repeatsMeaning } from './repeats-meaning.ts';

test.each([
  ['A helmet is a hard hat that protects your head.', 'helmet', 'a hard hat that protects your head', true],
  ['To give up something means to stop doing it.', 'give up', 'stop doing it', true],
  ['Giving up is really hard.', 'give up', 'stop doing it', false],
  ['She always wears a helmet on her bike.', 'helmet', 'a hard hat that protects your head', false],
  ['She always wears a helmet on her bike.', 'helmet', null, false],
])('whether “%s” only says once more what %s means', (text, term, definition, expected) => {
  expect(repeatsMeaning(text, term, definition)).toBe(expected);
});
