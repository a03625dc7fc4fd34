import { correctionsOf } from '../../../tests/dialogue.ts';

const opening = 'T: Great. Today we are going to talk about your week. Tell me about it.\n';
const found = (dialogue: string) => correctionsOf(opening + dialogue);

test.each([
  [
    'a word that the teacher gave',
    'Kim: She did a cake for us.\nT: Made.\nKim: She made a cake for us.',
    'did a cake → She made a cake',
  ],
  ['a choice of two', 'Kim: He drink tea.\nT: He drink or he drinks?\nKim: He drinks tea.', 'He drink → He drinks'],
  [
    'the words up to the mistake',
    'Kim: Last week we run out of milk.\nT: Last week we...?\nKim: Last week we ran out of milk.',
    'we run out → we ran out',
  ],
  ['a rule', 'Kim: You can to swim there.\nT: No to after can.\nKim: You can swim there.', 'can to swim → can swim'],
])('takes a second try after %s', (_name, dialogue, correction) => {
  const [first] = found(dialogue);
  const [, right = ''] = correction.split(' → ');
  expect(first).toContain(right);
});

test.each([
  ['praise', 'Kim: My knee hurts a lot.\nT: Lovely. And what else?\nKim: My back hurts a lot.'],
  [
    'another way to say it',
    'Kim: How much does it cost?\nT: Good. You could also say, how much is it?\nKim: How much is it?',
  ],
  [
    'other talk',
    'Kim: The lemon is green.\nT: Ten points! Now taste it. Make a face. It is sour.\nKim: The lemon is sour.',
  ],
])('a second sentence after %s puts nothing right', (_name, dialogue) => {
  expect(found(dialogue)).toEqual([]);
});

test.each([
  ['Kim: He have a mouse at home.\nT: And he has a hamster, too?', 'He have → he has'],
  ['Kim: I have two brother and a dog.\nT: Two brothers! Are they nice?', 'two brother → two brothers'],
])('mends a known mistake in passing: %s', (dialogue, correction) => {
  expect(found(dialogue).map((each) => each.toLowerCase())).toContain(correction.toLowerCase());
});

test.each([
  ['Kim: What means lease?\nT: What does lease mean? It is a contract.', 'What means lease → What does lease mean'],
  ['Kim: Missing the spoon!\nT: The spoon is missing! Well done.', 'Missing the spoon → The spoon is missing'],
])('hears the same words in another order: %s', (dialogue, correction) => {
  expect(found(dialogue)).toContain(correction);
});

test.each([
  [
    'Kim: My aunt closed the light.\nT: Ah, she turned off the light. And then?',
    'closed the light → turned off the light',
  ],
  ['Kim: Then he made a photo of us.\nT: He took a photo of you, how nice.', 'he made a photo → he took a photo'],
])('knows what learners say for something else: %s', (dialogue, correction) => {
  expect(found(dialogue)).toContain(correction);
});

test('an answer while mistakes are gone over mends what was said long before', () => {
  const between = Array.from({ length: 8 }, (_each, i) => `T: And then, question ${i}?\nKim: It was fine there.`).join(
    '\n',
  );
  const dialogue = `Kim: We operated him at three in the morning.\n${between}\nT: Good. I have some notes for you. You need a small word after operate.\nKim: We operated on him at three in the morning.\nT: That's it.`;
  expect(found(dialogue)).toEqual(['operated him at three → operated on him at three']);
});
