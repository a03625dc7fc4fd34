import { correctionsOf } from '../../../../tests/dialogue.ts';

const opening = 'T: Great. Today we are going to talk about your week. Tell me about it.\n';
const found = (dialogue: string) => correctionsOf(opening + dialogue);

test.each([
  ['Kim: Music make me calm.\nT: Music makes me calm. And what else?', 'Music make me calm → Music makes me calm'],
  ['Kim: I have only parrot.\nT: I only have a parrot. OK, go on.', 'I have only parrot → I only have a parrot'],
  [
    'Kim: You shout at us always.\nT: You always shout at us. And then?',
    'You shout at us always → You always shout at us',
  ],
  ['Kim: She should relax herself.\nT: She should relax. No herself.', 'relax herself → relax'],
  [
    'Kim: The bus it was late two days.\nT: So the bus was two days late. Without it.',
    'bus it was late two days → bus was two days late',
  ],
])('words handed back at once, otherwise put, are a correction: %s', (dialogue, correction) => {
  expect(found(dialogue)).toEqual([correction]);
});

test.each([
  ["the teacher's rule", 'Kim: My sister said me, wait there.\nT: Well. Tell somebody, say something.'],
  ['the pattern of a verb', 'Kim: We are looking the photos.\nT: Look at.'],
  ['another way to say it', 'Kim: How much does it cost?\nT: Good. Or easier, how much is it?'],
  ['an echo that agrees', 'Kim: Ah, false friend.\nT: A false friend, exactly.'],
  ['one thing for another', 'Kim: I have planted the beans last month.\nT: Remember, planted the beans last one.'],
])('is no correction: %s', (_name, dialogue) => {
  expect(found(dialogue)).toEqual([]);
});

test("mends the learner's text that the teacher reads, but nothing that the teacher says", () => {
  const reading = 'Kim: Here is my text.\nT: Thanks. You wrote this. We have painted the house last month.';
  expect(found(`${reading}\nKim: We painted?\nT: We painted the house last month.`)).toEqual([
    'We have painted → We painted',
  ]);
  expect(
    found('Kim: I like your house.\nT: I have painted it in May. I mean, we painted it in May, it was cold.'),
  ).toEqual([]);
});

test('finds a form that does not exist again in feedback much later', () => {
  const between = Array.from({ length: 14 }, (_each, i) => `T: And then, question ${i}?\nKim: It was fine there.`).join(
    '\n',
  );
  expect(
    found(`Kim: On Sunday we swimmed in the lake.\n${between}\nT: And on Sunday we swam. OK, homework.`),
  ).toContain('we swimmed → we swam');
});
