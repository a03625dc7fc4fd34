import fc from 'fast-check';
import { dateOf, dayAfter, dayStartOf, daysBetween, isTimeZone, startOfDate, weekdayOf } from './learner-day.ts';

const zones = [
  'UTC',
  'Europe/London',
  'Europe/Madrid',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Jerusalem',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
];
const at = (text: string): Date => new Date(text);
const dateAt = (text: string, zone: string): string => dateOf(dayStartOf(at(text), zone), zone);

test('a day begins at four in the learner’s own zone', () => {
  expect(dateAt('2026-11-26T08:59:00Z', 'America/New_York')).toBe('2026-11-25');
  expect(dateAt('2026-11-26T09:00:00Z', 'America/New_York')).toBe('2026-11-26');
  expect(dayStartOf(at('2026-11-26T12:00:00Z'), 'Asia/Kathmandu').toISOString()).toBe('2026-11-25T22:15:00.000Z');
});

test('two answers an hour apart over midnight UTC are on one day in New York', () => {
  const evening = dayStartOf(at('2026-07-01T23:30:00Z'), 'America/New_York');
  const later = dayStartOf(at('2026-07-02T00:30:00Z'), 'America/New_York');
  expect(daysBetween(evening, later)).toBe(0);
});

test.each([
  ['Europe/Madrid', '2026-03-28', 23],
  ['Europe/Madrid', '2026-10-24', 25],
  ['America/New_York', '2026-03-07', 23],
  ['America/New_York', '2026-10-31', 25],
  ['Australia/Lord_Howe', '2026-10-03', 23.5],
  ['Australia/Lord_Howe', '2026-04-04', 24.5],
])('the day of %s that begins on %s has %d hours and is one day', (zone, date, hours) => {
  const start = startOfDate(date, zone);
  const next = dayAfter(start, 1, zone);
  expect((next.getTime() - start.getTime()) / 3_600_000).toBe(hours);
  expect(daysBetween(start, next)).toBe(1);
});

test('a date that a zone skipped has no day: who slept once has one day behind them', () => {
  const before = dayStartOf(at('2011-12-30T08:00:00Z'), 'Pacific/Apia');
  const after = dayStartOf(at('2011-12-30T20:00:00Z'), 'Pacific/Apia');
  expect([dateOf(before, 'Pacific/Apia'), dateOf(after, 'Pacific/Apia')]).toEqual(['2011-12-29', '2011-12-31']);
  expect(daysBetween(before, after)).toBe(1);
});

test('a flight over the date line is neither a day lost nor two won', () => {
  const losAngeles = dayStartOf(at('2026-11-26T04:00:00Z'), 'America/Los_Angeles');
  const auckland = dayStartOf(at('2026-11-27T07:00:00Z'), 'Pacific/Auckland');
  expect([dateOf(losAngeles, 'America/Los_Angeles'), dateOf(auckland, 'Pacific/Auckland')]).toEqual([
    '2026-11-25',
    '2026-11-27',
  ]);
  expect(daysBetween(losAngeles, auckland)).toBe(1);
  expect(daysBetween(auckland, losAngeles)).toBe(0);
});

test('whatever the moment and the zone, it lies in its day, and the next day begins after it', () => {
  const moments = fc.date({ min: at('2011-01-01'), max: at('2036-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), fc.integer({ min: 1, max: 400 }), (moment, zone, days) => {
      const start = dayStartOf(moment, zone);
      const next = dayAfter(start, 1, zone);
      expect(start <= moment).toBe(true);
      // A skipped date begins when the one after it does.
      expect(next > moment || dayAfter(start, 2, zone).getTime() === next.getTime()).toBe(true);
      expect(dayStartOf(start, zone)).toEqual(start);
      expect(startOfDate(dateOf(start, zone), zone)).toEqual(start);
      expect(Math.abs(daysBetween(start, dayAfter(start, days, zone)) - days)).toBeLessThanOrEqual(1);
      expect(dayAfter(start, days, zone) > start).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('weekdays are counted from Monday; a zone is one by its IANA name', () => {
  expect(weekdayOf(startOfDate('2026-11-26', 'Asia/Jerusalem'), 'Asia/Jerusalem')).toBe(4);
  expect(weekdayOf(startOfDate('2026-11-29', 'Asia/Jerusalem'), 'Asia/Jerusalem')).toBe(7);
  expect([isTimeZone('Asia/Jerusalem'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
});
