import { missedWindows, recordingWindows } from './recording-windows.ts';

const dayMs = 86_400_000;

test('three weeks are one window that reaches a day past the end', () => {
  expect(recordingWindows(new Date('2026-11-02T10:00:00Z'), new Date('2026-11-23T09:00:00Z'))).toEqual([
    { from: '2026-11-02', to: '2026-11-24' },
  ]);
});

test('longer spans are cut below a month, each window beginning a day before the last one ended', () => {
  const windows = recordingWindows(new Date('2026-06-01T00:00:00Z'), new Date('2026-11-23T23:59:00Z'));
  expect(windows[0]?.from).toBe('2026-06-01');
  expect(windows.at(-1)?.to).toBe('2026-11-24');
  for (const [index, window] of windows.entries()) {
    expect(Date.parse(window.to) - Date.parse(window.from)).toBeLessThanOrEqual(28 * dayMs);
    const next = windows[index + 1];
    if (next) expect(Date.parse(window.to) - Date.parse(next.from)).toBe(dayMs);
  }
});

test('a span of nothing is still a day, and an end before the start is no endless loop', () => {
  const noon = new Date('2026-11-23T12:00:00Z');
  expect(recordingWindows(noon, noon)).toEqual([{ from: '2026-11-23', to: '2026-11-24' }]);
  expect(recordingWindows(new Date(noon.getTime() + 9 * dayMs), noon)).toEqual([
    { from: '2026-11-23', to: '2026-11-24' },
  ]);
});

test('what Zoom cut off is asked for again, and only while it gets smaller', () => {
  const asked = { from: '2026-10-01', to: '2026-10-29' };
  expect(missedWindows(asked, asked)).toEqual([]);
  expect(missedWindows(asked, { from: null, to: null })).toEqual([]);
  expect(missedWindows(asked, { from: '2026-10-10', to: '2026-10-29' })).toEqual([
    { from: '2026-10-01', to: '2026-10-10' },
  ]);
  expect(missedWindows(asked, { from: '2026-10-01', to: '2026-10-20' })).toEqual([
    { from: '2026-10-20', to: '2026-10-29' },
  ]);
  // The oldest day that Zoom has at all stands in every answer.
  expect(missedWindows({ from: '2026-01-01', to: '2026-01-09' }, { from: '2026-05-23', to: '2026-05-23' })).toEqual([]);
});
