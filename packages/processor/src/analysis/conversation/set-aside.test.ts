import { lessonOf } from '../../../tests/dialogue.ts';

const reasons = (dialogue: string) =>
  Object.fromEntries(lessonOf(dialogue).asides.map(({ text, reason }) => [text, reason]));

test('sets trouble with the call aside, and what is said in the middle of it', () => {
  const asides = reasons(`
T: Today we are going to talk about cars.
Kim: My car is older than your car.
T: Can you hear me?
Kim: There is a red light here.
T: You're on mute, I think.
T: My new car is very fast.
`);
  expect(asides['Can you hear me?']).toBe('tech');
  expect(asides['There is a red light here.']).toBe('tech');
  expect(asides['My new car is very fast.']).toBeUndefined();
});

test('sets private facts aside, asked for or volunteered', () => {
  const asides = reasons(`
T: Today we talk about hotels.
T: Sure. And what's your phone number?
Kim: It is five five, oh one, two three.
Kim: My e-mail is kim at example dot com.
`);
  expect(asides['It is five five, oh one, two three.']).toBe('private');
  expect(asides['My e-mail is kim at example dot com.']).toBe('private');
});

test('sets talk about language and other languages aside', () => {
  const asides = reasons(`
T: Today we talk about family.
T: The verb goes after the subject.
Kim: Моя сестра.
T: My sister lives in a small town.
`);
  expect(asides['The verb goes after the subject.']).toBe('classroom');
  expect(asides['Моя сестра.']).toBe('foreign');
  expect(asides['My sister lives in a small town.']).toBeUndefined();
});
