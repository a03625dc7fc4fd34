import { clausesOf, opensLikeClause } from './clauses.ts';

test.each([
  ['I was tired, and I fell down the stairs.', ['I was tired', 'I fell down the stairs']],
  ['Oh, so your uncle is a vet.', ['your uncle is a vet']],
  ['We stayed because the train was late.', ['We stayed', 'the train was late']],
  ['She bought bread and milk.', ['She bought bread and milk']],
  ['You painted the door, without the s.', ['You painted the door', 'without the s']],
])('%j has the clauses %j', (sentence, clauses) => {
  expect(clausesOf(sentence)).toEqual(clauses);
});

test('what "if" opens keeps its "if": without it the clause would say something else', () => {
  expect(clausesOf('I would stay if it rained.')).toEqual(['I would stay', 'if it rained']);
  expect(opensLikeClause(['if', 'it', 'rained'])).toBe(false);
});

test.each([
  ['we painted the door', true],
  ['students can learn it', true],
  ['nobody was at home', true],
  ['without the s', false],
  ['either we go or we stay', false],
  ['in the garden is a tree', false],
])('%j opens like a clause: %j', (words, opens) => {
  expect(opensLikeClause(words.split(' '))).toBe(opens);
});
