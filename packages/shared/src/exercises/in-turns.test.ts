import { takenInTurns, todaysPart } from './in-turns.ts';

const counts = { flashcards: 9, spelling: 1, fill_in_blank: 0, grammar: 3, sentence_builder: 2 };

test('the kinds take turns, and a kind that has no more leaves its place to the others', () => {
  expect(takenInTurns(counts, 4)).toEqual({
    flashcards: 1,
    spelling: 1,
    fill_in_blank: 0,
    grammar: 1,
    sentence_builder: 1,
  });
  expect(takenInTurns(counts, 12)).toEqual({
    flashcards: 6,
    spelling: 1,
    fill_in_blank: 0,
    grammar: 3,
    sentence_builder: 2,
  });
  expect(takenInTurns(counts, 100)).toEqual(counts);
});

test('twenty items of a set are today’s, all of a smaller one', () => {
  const of = (length: number): null[] => Array.from({ length }, () => null);
  const set = (length: number) => ({
    flashcards: of(length),
    spelling: of(length),
    fill_in_blank: of(length),
    grammar: of(length),
    sentence_builder: of(length),
  });
  expect(Object.values(todaysPart(set(12)))).toEqual([4, 4, 4, 4, 4]);
  expect(Object.values(todaysPart(set(3)))).toEqual([3, 3, 3, 3, 3]);
});
