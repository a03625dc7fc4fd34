import { readFileSync } from 'node:fs';
import { gradeSentence, gradeSpelling, isSameWord, otherOrders } from './index.ts';

interface Case {
  game: string;
  item: string;
  answer: string;
  right: boolean;
}

const cases: Case[] = JSON.parse(readFileSync(new URL('../../tests/cases/answers.json', import.meta.url), 'utf8'));

const isRight = ({ game, item, answer }: Case): boolean => {
  if (game === 'spelling_bee') return gradeSpelling({ word: item }, answer).isCorrect;
  const tokens = item.split(' ');
  return gradeSentence({ sentence_tokens: tokens, accepted_sequences: [tokens] }, answer).isCorrect;
};

test.each(cases.map((one) => [one.game, one.item, one.answer, one.right, one] as const))(
  '%s: %j answered %j is right: %j',
  (_game, _item, _answer, right, one) => {
    expect(isRight(one)).toBe(right);
  },
);

test.each([
  ['organise', 'organize'],
  ['apologised', 'apologized'],
  ['theatre', 'theater'],
  ['kilometres', 'kilometers'],
  ['analyse', 'analyze'],
  ['behaviour', 'behavior'],
  ['grey', 'gray'],
  ['cancelling', 'canceling'],
  ['an umbrella', 'umbrella'],
  ['check-in', 'check in'],
])('%s and %s are one word', (one, other) => {
  expect(isSameWord(one, other)).toBe(true);
});

test.each([
  ['surprise', 'surprize'],
  ['advise', 'advize'],
  ['four', 'for'],
  ['hour', 'hor'],
  ['their', 'there'],
  ['a few', 'few'],
  ['checkin', 'check in'],
  ['filed', 'filled'],
])('%s and %s are two', (one, other) => {
  expect(isSameWord(one, other)).toBe(false);
});

const orders = (sentence: string): string[] => otherOrders(sentence.split(' ')).map((order) => order.join(' '));

test.each([
  ['we stayed at home because it was raining', 'because it was raining we stayed at home'],
  ['every summer we go to the lake', 'we go to the lake every summer'],
  ['i saw him two weeks ago', 'two weeks ago i saw him'],
  ['she picked the old phone up', 'she picked up the old phone'],
])('%j may also be %j', (sentence, order) => {
  expect(orders(sentence)).toContain(order);
});

test.each([
  ['if it rains the ground gets wet', 'gets wet if it rains the ground'],
  ['turn it on', 'turn on it'],
  ['did you go home yesterday', 'yesterday did you go home'],
  ['my brother lives in spain', 'lives in spain my brother'],
])('%j may not be %j', (sentence, order) => {
  expect(orders(sentence)).not.toContain(order);
});
