/** A span of UTC days as Zoom's listing takes it. */
export interface RecordingWindow {
  from: string;
  to: string;
}

const dayMs = 86_400_000;
/** Zoom allows a month; its months are not said to be calendar ones, and the shortest has 28 days. */
const longestDays = 28;

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const startOfDay = (ms: number): number => Math.floor(ms / dayMs) * dayMs;

/**
 * Cuts a span into windows that Zoom answers whole. Each begins on the day the one before ended, and the last reaches
 * a day past the end: whether Zoom's `to` is inclusive is not documented, and a recording met twice is known by its uuid.
 */
export function recordingWindows(from: Date, to: Date): RecordingWindow[] {
  const end = startOfDay(to.getTime()) + dayMs;
  const windows: RecordingWindow[] = [];
  let start = Math.min(startOfDay(from.getTime()), end - dayMs);
  for (;;) {
    const stop = Math.min(start + longestDays * dayMs, end);
    windows.push({ from: day(start), to: day(stop) });
    if (stop >= end) return windows;
    start = stop - dayMs;
  }
}

/**
 * What Zoom left out of a window: it may answer 200 with a shorter span than was asked for.
 * Only what is smaller than the window comes back, so that asking on ends.
 */
export function missedWindows(
  asked: RecordingWindow,
  answered: { from: string | null; to: string | null },
): RecordingWindow[] {
  const from = answered.from?.slice(0, 10) ?? asked.from;
  const to = answered.to?.slice(0, 10) ?? asked.to;
  const missed: RecordingWindow[] = [];
  if (from > asked.from && from < asked.to) missed.push({ from: asked.from, to: from });
  if (to < asked.to && to > asked.from) missed.push({ from: to, to: asked.to });
  return missed;
}
