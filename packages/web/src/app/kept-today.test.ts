import type { Schema } from '../api/client.ts';
import { keptToday, saysWhatToDo } from './kept-today.ts';

type Today = Schema<'Today'>;

const today: Today = {
  success: true,
  date: '2026-03-04',
  time_zone: 'Europe/Madrid',
  day_ends_at: '2026-03-05T03:00:00.000Z',
  due: {
    total: 3,
    by_game: { flashcards: 3, spelling_bee: 0, advanced_cloze: 0, grammar_challenge: 0, sentence_builder: 0 },
  },
  new: { left: 0, per_day: 5, begun_today: 5, from: null },
  minutes: 2,
  goal: { minutes: 5, done: 6, reached: true },
  streak: { days: 4, kept_today: true, freezes: 1 },
  standing: { known: 1, learning: 2, slipping: 0, resting: 0 },
  forecast: [],
  calendar: [],
  next_due_at: '2026-03-04T18:00:00.000Z',
  continue: null,
};
const sameDay = new Date('2026-03-05T02:59:00Z');
const nextDay = new Date('2026-03-05T03:00:00Z');

test('on its own day a kept Today is shown as it was', () => {
  expect(keptToday(today, sameDay)).toEqual(today);
});

test('on a later day it claims neither the goal nor the day’s practice', () => {
  const { goal, streak, due } = keptToday(today, nextDay);
  expect(goal).toEqual({ minutes: 5, done: 0, reached: false });
  expect(streak).toEqual({ days: 4, kept_today: false, freezes: 1 });
  expect(due.total).toBe(3);
});

describe('whether it says what to do', () => {
  const nothing: Today = { ...today, due: { ...today.due, total: 0 } };
  const from = { title: 'A lesson', recording_id: null, class_id: null, available: 2 };

  test.each<[string, Today, string, boolean]>([
    ['something is due', today, '2026-03-09T00:00:00Z', true],
    ['nothing is due yet', nothing, '2026-03-04T17:59:00Z', true],
    ['something has fallen due since', nothing, '2026-03-04T18:00:00Z', false],
    ['nothing would ever be due', { ...nothing, next_due_at: null }, '2026-03-04T12:00:00Z', false],
    ['something is new', { ...nothing, new: { ...today.new, left: 1, from } }, '2026-03-09T00:00:00Z', true],
  ])('%s', (_name, kept, now, says) => {
    expect(saysWhatToDo(kept, new Date(now))).toBe(says);
  });
});
