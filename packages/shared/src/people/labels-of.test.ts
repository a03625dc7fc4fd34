import { labelsOf } from './labels-of.ts';

const speakers = ['Ms Rivera', 'Ana García (student)', 'Ben', 'Anabel'];

test.each([
  ['the whole name', ['Ana García'], ['Ana García (student)']],
  ['the first name alone', ['ana'], ['Ana García (student)']],
  ['a longer name than the label', ['Ben Ami Levi'], ['Ben']],
  ['part of a word is no name', ['An'], []],
  ['nobody’s name', ['Zoe'], []],
  ['no name at all', [''], []],
  ['a letter is no name', ['B'], []],
])('%s', (_, names, found) => {
  expect(labelsOf(names, speakers)).toEqual(found);
});

test('a label that is exactly another learner’s name is theirs', () => {
  expect(labelsOf(['Ben Levi'], ['Ben', 'Ben Levi'], ['Ben'])).toEqual(['Ben Levi']);
});

test('two learners of one name are both taken', () => {
  expect(labelsOf(['Ben'], ['Ben'], ['Ben'])).toEqual(['Ben']);
});
