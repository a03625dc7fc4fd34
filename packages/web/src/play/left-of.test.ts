import { leftOf } from './left-of.ts';
import type { PlayItem, PlaySession } from './play-item.ts';

const item = (itemId: string, gameType: 'flashcards' | 'spelling_bee' = 'flashcards'): PlayItem => ({
  gameType,
  itemId,
  item: {
    id: itemId,
    word_list_id: 'l',
    word: itemId,
    translation: null,
    notes: null,
    example_sentence: null,
    difficulty: 'easy',
    created_at: '2026-11-27T08:00:00.000Z',
  },
  lesson: null,
  quote: null,
  saidBy: null,
  clips: {},
  dueAt: null,
  isNew: false,
  sound: null,
});
const session = (itemIds: string[], items: PlayItem[], done: number): PlaySession => ({
  id: 's',
  gameType: 'mixed',
  listen: false,
  items,
  itemIds,
  done,
  total: itemIds.length,
});
const left = (one: PlaySession): string[] => leftOf(one).items.map(({ gameType, itemId }) => `${gameType} ${itemId}`);

test('what was answered is left out', () => {
  expect(
    left(
      session(
        ['a', 'b', 'c'],
        ['a', 'b', 'c'].map((id) => item(id)),
        1,
      ),
    ),
  ).toEqual(['flashcards b', 'flashcards c']);
});

test('an answered item that was withdrawn since takes no other with it', () => {
  expect(
    left(
      session(
        ['a', 'b', 'c'],
        ['b', 'c'].map((id) => item(id)),
        1,
      ),
    ),
  ).toEqual(['flashcards b', 'flashcards c']);
});

test('one that is still to come and was withdrawn is not there', () => {
  expect(
    left(
      session(
        ['a', 'b', 'c'],
        ['a', 'c'].map((id) => item(id)),
        1,
      ),
    ),
  ).toEqual(['flashcards c']);
});

test('a word of two games is left in the game that is still to come', () => {
  const items = [item('w'), item('x'), item('w', 'spelling_bee')];
  expect(left(session(['w', 'x', 'w'], items, 1))).toEqual(['flashcards x', 'spelling_bee w']);
});
