import fc from 'fast-check';
import { dayAfter, dayStartOf, startOfDate, weekdayOf } from './learner-day.ts';
import { streakOf } from './streak.ts';

const zone = 'Europe/London';
const never = () => false;
const start = startOfDate('2026-03-20', zone);
const daysAt = (...places: number[]) => places.map((place) => dayAfter(start, place, zone));

test('days in a row count, over the change of clocks too; today breaks nothing until it is over', () => {
  expect(streakOf(daysAt(0, 1, 2, 3, 4, 5), dayAfter(start, 5, zone), never)).toMatchObject({
    days: 6,
    keptToday: true,
  });
  const ten = daysAt(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  expect(streakOf(ten, dayAfter(start, 10, zone), never)).toEqual({ days: 10, keptToday: false, freezes: 1 });
});

test('a missed day ends it, unless a freeze was earned or the day is an easy one', () => {
  expect(streakOf(daysAt(0, 1, 3), dayAfter(start, 3, zone), never).days).toBe(1);
  const week = daysAt(0, 1, 2, 3, 4, 5, 6, 8);
  expect(streakOf(week, dayAfter(start, 8, zone), never)).toEqual({ days: 8, keptToday: true, freezes: 0 });
  const saturdays = (day: Date) => weekdayOf(day, zone) === 6;
  expect(streakOf(daysAt(0, 2), dayAfter(start, 2, zone), saturdays).days).toBe(2);
  expect(streakOf(daysAt(0, 1), dayAfter(start, 4, zone), never).days).toBe(0);
});

test('whoever practises daily, wherever they travel, keeps the streak', () => {
  const zones = ['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Jerusalem', 'Australia/Lord_Howe', 'Europe/London'];
  const journey = fc.array(fc.constantFrom(...zones), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(journey, (places) => {
      // One answer every 24 hours, at half past noon in UTC, in whatever zone the learner is by then.
      const answered = places.map((_, i) => new Date(Date.UTC(2026, 9, 10 + i, 12, 30)));
      const days = answered.map((moment, i) => dayStartOf(moment, places[i] ?? 'UTC'));
      const today = days.at(-1) ?? new Date(0);
      const { days: kept } = streakOf(days, today, never);
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThanOrEqual(places.length);
    }),
  );
});

test('the order in which days are told does not matter, and a day told twice is one', () => {
  const days = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(days, (places) => {
      const told = daysAt(...places);
      const sorted = [...told].sort((a, b) => a.getTime() - b.getTime());
      const today = dayAfter(start, 40, zone);
      expect(streakOf([...told, ...told], today, never)).toEqual(streakOf(sorted, today, never));
    }),
  );
});
