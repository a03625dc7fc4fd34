import type { ExerciseLists } from '@tulkka/shared/exercises';
import { balanced, mostInAll } from './balance.ts';

/** Lists of the given lengths; only their lengths count here. */
function listsOf(cards: number, words: number, gaps: number, questions: number, builders: number): ExerciseLists {
  const many = <Item>(length: number): Item[] => Array.from({ length }) as Item[];
  return {
    flashcards: many(cards),
    spelling: many(words),
    fill_in_blank: many(gaps),
    grammar: many(questions),
    sentence_builder: many(builders),
  };
}
const lengths = (lists: ExerciseLists): number[] => Object.values(lists).map((list) => list.length);

test('in a full set corrections and cards go before the same words once more', () => {
  const { lists, left } = balanced(listsOf(30, 30, 30, 30, 30));
  expect(lists.grammar.length).toBeGreaterThan(lists.fill_in_blank.length);
  expect(lists.flashcards.length).toBeGreaterThan(lists.spelling.length);
  expect(lengths(lists).reduce((sum, length) => sum + length)).toBe(mostInAll);
  expect(left).toBe(150 - mostInAll);
});

test('where there is room, gaps and words to spell fill it', () => {
  expect(lengths(balanced(listsOf(12, 12, 12, 3, 12)).lists)).toEqual([12, 10, 12, 3, 10]);
});

test('a small lesson keeps all it has', () => {
  expect(balanced(listsOf(2, 1, 1, 3, 2))).toMatchObject({ left: 0 });
});
