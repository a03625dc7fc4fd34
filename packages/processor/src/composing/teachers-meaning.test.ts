import { openLexicon } from '../lexicon/index.ts';
import { teachersMeaning } from './teachers-meaning.ts';

const lexicon = openLexicon();
const meaning = (term: string, definition: string | null, ...texts: string[]): string | null =>
  teachersMeaning(
    { term, definition, quote: texts[0] ?? term, examples: texts.map((text) => ({ text, quote: text })) },
    lexicon,
  );

test('is what the reader found, where it tells what the term is', () => {
  expect(meaning('ladder', 'a thing you climb to reach a shelf')).toBe('a thing you climb to reach a shelf');
});

test.each([
  ['write it quickly', 'write something quickly'],
  ['think of it', 'think of something'],
  ['to make it less serious', 'to make something less serious'],
  ['when it rains a lot', 'when it rains a lot'],
  ['say officially that it is not allowed', 'say officially that something is not allowed'],
  ['a round thing that turns, and we use the same word for toys', 'a round thing that turns'],
])('leaves no “it” that stands for nothing: %s', (definition, whole) => {
  expect(meaning('ladder', definition)).toBe(whole);
});

test.each([
  ['adjective', "it's quite dear", 'quite dear'],
  ['adjective', 'it takes your worries away', 'that takes your worries away'],
  ['adjective', "it isn't strange or new", 'not strange or new'],
  ['adjective', 'he does bad things', 'who does bad things'],
  ['verb', 'they go up fast', 'go up fast'],
  ['noun', 'you take part in a fight', null],
  ['phrase', 'you are late', 'late'],
])('tells what was said of something as the meaning of its kind: %s, %s', (part_of_speech, definition, told) => {
  const term = { term: 'ladder', definition, quote: 'ladder', examples: [], part_of_speech };
  expect(teachersMeaning(term, lexicon)).toBe(told);
});

test.each([
  ['have a good relationship with them', 'have a good relationship with somebody'],
  ["you're sleepy and slow", 'sleepy and slow'],
])('leaves nobody hanging: %s', (definition, whole) => {
  expect(meaning('ladder', definition)).toBe(whole);
});

test.each([
  'exciting and you are excited',
  'for when you have been waiting',
  'a false friend',
  'a bit like the lottery',
  'you know that',
  'all right for a temple',
  'more with nothing in between',
  'to climb, to ladder, to jump',
  'a very common mistake',
  'a bit more formal than do',
  'the money',
  'uncountable',
])('is nothing that leaves a learner as before: %s', (definition) => {
  expect(meaning('ladder', definition)).toBeNull();
});

test.each([
  ['lobby', 'The lobby is the big room at the entrance of a hotel.', 'the big room at the entrance of a hotel'],
  ['rung', "A rung's something you put your foot on.", 'something you put your foot on'],
  ['amenities', 'Amenities are the useful things in a hotel, for example a pool.', 'the useful things in a hotel'],
])('is in the sentence about the term: %s', (term, sentence, told) => {
  expect(meaning(term, null, sentence)).toBe(told);
});

test('is not what somebody says of one thing', () => {
  expect(meaning('lobby', null, 'The lobby is closed today.', 'Is the lobby the big room?')).toBeNull();
});
