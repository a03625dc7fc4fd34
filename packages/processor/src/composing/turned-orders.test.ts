import { backMoved, frontMoved, identityTurned, placeMoved, statementsTurned } from './turned-orders.ts';

/** The words of a sentence, with the place of its only comma. */
function read(text: string): [string[], number | null] {
  const at = text.split(',')[0]?.split(' ').length ?? 0;
  return [text.replaceAll(',', '').split(' '), text.includes(',') ? at : null];
}
const told = (words: readonly string[], order: number[] | null): string | undefined =>
  order?.map((at) => words[at]).join(' ');

test.each([
  [frontMoved, 'if it rains, we stay here', 'we stay here if it rains'],
  [frontMoved, "as far as i'm concerned, tea is enough", "tea is enough as far as i'm concerned"],
  [backMoved, 'we call that a rug, by the way', 'by the way we call that a rug'],
  [statementsTurned, "you work a shift, you don't make a shift", "you don't make a shift you work a shift"],
])('accepts the parts of a sentence in either order: %p %s', (move, text, other) => {
  const [words, comma] = read(text);
  expect(told(words, move(words, comma))).toBe(other);
});

test.each([
  [identityTurned, 'a pillow is the soft thing under your head', 'the soft thing under your head is a pillow'],
  [placeMoved, "in a game it's easy", "it's easy in a game"],
])('accepts what is told in either order: %p %s', (move, text, other) => {
  const [words] = read(text);
  expect(told(words, move(words, null))).toBe(other);
});

test.each(['you came home, and the lamp was on', 'because of that, she said that he left', 'the lamp, the rug'])(
  'leaves other sentences as they are: %s',
  (text) => {
    const [words, comma] = read(text);
    for (const move of [frontMoved, backMoved, statementsTurned]) expect(move(words, comma)).toBeNull();
  },
);

test.each([
  'the box is red',
  'a rash is when your skin is red',
  'on a card we write that we wish you well',
  'in the box',
])('turns no other sentence: %s', (text) => {
  const [words] = read(text);
  expect([identityTurned(words), placeMoved(words, null)]).toEqual([null, null]);
});
