import type { PlayItem } from './play-item.ts';
import { afterAnswer, beginRound, extentOf, keyOf, type Round, triesOf, withoutItem } from './round.ts';

const item = (itemId: string): PlayItem => ({
  gameType: 'spelling_bee',
  itemId,
  item: {
    id: itemId,
    word_list_id: 'list',
    difficulty: 'easy',
    word: itemId,
    translation: null,
    notes: null,
    example_sentence: null,
    created_at: '2026-11-27T08:00:00.000Z',
  },
  lesson: null,
  quote: null,
  saidBy: null,
  clips: {},
  dueAt: null,
  isNew: true,
  sound: null,
});

const names = ({ queue }: Round): string[] => queue.map(({ itemId }) => itemId);

describe('a round', () => {
  test('ends when every item was right', () => {
    const [a, b] = [item('a'), item('b')];
    const round = afterAnswer(afterAnswer(beginRound([a, b]), true), true);
    expect(round).toEqual({ queue: [], right: [a, b], wrong: [], tries: { [keyOf(a)]: 1, [keyOf(b)]: 1 } });
    expect(afterAnswer(round, true)).toBe(round);
  });

  test('brings a wrong item back after four others, or at the end', () => {
    const many = beginRound(['a', 'b', 'c', 'd', 'e', 'f'].map(item));
    expect(names(afterAnswer(many, false))).toEqual(['b', 'c', 'd', 'e', 'a', 'f']);
    expect(names(afterAnswer(beginRound(['a', 'b'].map(item)), false))).toEqual(['b', 'a']);
    expect(names(afterAnswer(beginRound([item('a')]), false))).toEqual(['a']);
  });

  test('counts an item by its first answer, and lets it go after three tries', () => {
    let round = afterAnswer(beginRound([item('a')]), false);
    expect([triesOf(round), round.wrong.length, round.right.length]).toEqual([1, 1, 0]);
    round = afterAnswer(round, false);
    expect(names(round)).toEqual(['a']);
    round = afterAnswer(round, false);
    expect([names(round), round.wrong.length, round.right.length]).toEqual([[], 1, 0]);
  });

  test('goes on without an item that was withdrawn', () => {
    const round = withoutItem(afterAnswer(beginRound(['a', 'b', 'c'].map(item)), false), keyOf(item('b')));
    expect(names(round)).toEqual(['c', 'a']);
    expect(extentOf(round)).toEqual({ settled: 1, total: 2 });
    // One that was answered before it was withdrawn does not count either.
    const without = withoutItem(round, keyOf(item('a')));
    expect([names(without), without.wrong]).toEqual([['c'], []]);
    expect(extentOf(without)).toEqual({ settled: 0, total: 1 });
  });
});
