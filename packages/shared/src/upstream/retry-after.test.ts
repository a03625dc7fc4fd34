import { parseRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-11-23T23:59:00Z');

test.each([
  ['7', 7_000],
  ['0.5', 500],
  ['2026-11-24T00:00:00Z', 60_000],
  ['Tue, 24 Nov 2026 00:00:00 GMT', 60_000],
  ['2026-11-23T00:00:00Z', 0],
])('reads %s', (value, ms) => {
  expect(parseRetryAfter(value, now)).toBe(ms);
});

test.each([undefined, null, '', '  ', 'soon', '-3'])('does not guess at %p', (value) => {
  expect(parseRetryAfter(value, now)).toBeUndefined();
});
