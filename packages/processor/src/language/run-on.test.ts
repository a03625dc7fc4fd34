import { unjoined } from './run-on.ts';

test.each([
  ['we painted a door it was very heavy', ['we painted a door', 'it was very heavy']],
  ['he is in another team he wants to be a captain', ['he is in another team', 'he wants to be a captain']],
  ['I waited there until five my brother was so late', ['I waited there until five', 'my brother was so late']],
  ["it's a decent ladder when is the delivery", ["it's a decent ladder", 'when is the delivery']],
])('cuts %j where a sentence begins', (text, pieces) => {
  expect(unjoined(text)).toEqual(pieces);
});

test.each([
  'I think he knows the way',
  'when I was a child we lived here',
  'the last time I was there we met him',
  'She paints the door, and he is happy',
  'he told me she was late',
  'I like the film because it is funny',
  'I wash the car and then I play chess',
  'on Monday you get sun and on Tuesday you get snow',
  'what kind of ladder do you need',
  'the invoice shows how much money you owe',
])('leaves %j as it is', (text) => {
  expect(unjoined(text)).toEqual([text]);
});
