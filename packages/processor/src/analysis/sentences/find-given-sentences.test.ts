import { lessonOf } from '../../../tests/dialogue.ts';
import { findGivenSentences } from './find-given-sentences.ts';

const opening = 'T: Great, today we talk about food. Tasty means that the food is good.\nKim: Yes.\n';
const given = (line: string): string[] =>
  findGivenSentences(lessonOf(`${opening}${line}`).turns).map(({ text }) => text);

test.each([
  ['T: Good try! The correct sentence is "I went to the market yesterday."', 'I went to the market yesterday.'],
  ['T: Nice try. The right sentence would be “My brother is taller than me”.', 'My brother is taller than me.'],
  ["T: Almost. The correct version is: She doesn't like coffee.", "She doesn't like coffee."],
  ['T: Not quite. You should say I have lived here for two years.', 'I have lived here for two years.'],
  ['T: Say it like this: May I have the bill, please?', 'May I have the bill, please?'],
  ['T: the full sentence is we have been waiting for an hour', 'We have been waiting for an hour.'],
])('%s', (line, sentence) => {
  expect(given(line)).toEqual([sentence]);
});

test.each([
  'T: The correct answer is "an umbrella".',
  'T: You should say it again, please.',
  'T: You should say more about your family.',
  'T: The right answer is B.',
  'T: What is the correct sentence?',
  'Kim: The correct sentence is I goed to the market yesterday.',
])('nothing is handed over: %s', (line) => {
  expect(given(line)).toEqual([]);
});

test('what was handed over may be practised, without the learner’s own sentence', () => {
  const { sentences } = lessonOf(
    `${opening}T: Good try! The correct sentence is "I went to the market yesterday."`,
  ).analysis;
  expect(sentences[0]).toEqual({ text: 'I went to the market yesterday.', quote: 'I went to the market yesterday' });
});
