import { dayWindow, nearest } from './day-window.ts';

const show = (time: Parameters<typeof dayWindow>[0]) => {
  const { from, until } = dayWindow(time);
  return `${from.toISOString()} – ${until.toISOString()}`;
};

test('a date alone is the whole day', () => {
  expect(show({ date: '2026-11-20' })).toBe('2026-11-20T00:00:00.000Z – 2026-11-21T00:00:00.000Z');
});

test('a range takes in its last minute', () => {
  expect(show({ date: '2026-11-20', start_time: '09:00', end_time: '10:00' })).toBe(
    '2026-11-20T09:00:00.000Z – 2026-11-20T10:01:00.000Z',
  );
});

test('a range whose end lies before its start crosses midnight', () => {
  expect(show({ date: '2026-11-20', start_time: '23:30', end_time: '00:30' })).toBe(
    '2026-11-20T23:30:00.000Z – 2026-11-21T00:31:00.000Z',
  );
});

test('a planned time looks around it, and the nearest lesson wins', () => {
  expect(show({ date: '2026-11-20', meeting_time: '00:30' })).toBe(
    '2026-11-19T23:00:00.000Z – 2026-11-20T02:00:00.000Z',
  );
  const lessons = [{ started_at: '2026-11-20T09:00:00Z' }, { started_at: '2026-11-20T10:02:00Z' }];
  expect(nearest(lessons, { date: '2026-11-20', meeting_time: '10:00' })).toBe(lessons[1]);
});
