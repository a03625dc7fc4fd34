import { correctionsOf } from '../../../tests/dialogue.ts';

const opening = 'T: Great. Today we are going to talk about your week. Tell me about it.\n';
const found = (dialogue: string) => correctionsOf(opening + dialogue);

test.each([
  ['agrees with a verb that stands for it', 'Kim: I have a tent, I have it at home.\nT: Of course you do.'],
  ['puts a noun before another', 'Kim: I need the thing to open the cans.\nT: Oh, the can opener!'],
  ['leaves the choice', 'Kim: I used to drive there.\nT: used to driving or used to drive which one do you want'],
  ['calls the learner by name', 'Kim: I am late again.\nT: You are not late, Hugo, it is only nine.'],
])('a teacher who %s puts nothing right', (_name, dialogue) => {
  expect(found(dialogue)).toEqual([]);
});

test('what stands behind the words that are refused is no version of them', () => {
  const all = found('Kim: We sleep in the same room.\nT: In one room, not the same room. A detail.');
  expect(all.join()).not.toContain('detail');
});

test.each([
  ['Kim: Then was a storm and we went home.\nT: Then there was a storm, OK.', 'was a storm → there was a storm'],
  ['Kim: She brother is called Tom.\nT: Her brother is called Tom.', 'She brother → Her brother'],
  ['Kim: Yesterday was fog.\nT: Oh dear.\nT: It was foggy.', 'was fog → was foggy'],
  ['Kim: We need a bike that is more cheap.\nT: Cheaper.\nKim: Cheaper, yes.', 'more cheap → cheaper'],
  [
    'Kim: It is a song that everybody likes to dance to it.\nT: That everybody likes to dance to.',
    'dance to it → dance to',
  ],
  ['Kim: Grandpa walk always there.\nT: He always walks there.', 'Grandpa always walks'],
  ['Kim: In summer we eat in the garden.\nT: In summer you eat outside.', 'eat in the garden → eat outside'],
  [
    "Kim: I closed the radio.\nT: With a radio we don't say close.\nKim: I turned off the radio.\nT: Very good.",
    'closed the radio → turned off the radio',
  ],
])('puts right what is said otherwise in %j', (dialogue, correction) => {
  const [, right = ''] = correction.split(' → ');
  expect(found(dialogue).join()).toContain(right);
});
