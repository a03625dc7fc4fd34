/** A shorter clip is a click, a longer one no quote any more. */
export const shortestClipMs = 400;
export const longestClipMs = 12_000;

/** Whether a stretch of a recording may be a clip. */
export const isClipLength = (startMs: number, endMs: number): boolean =>
  startMs >= 0 && endMs - startMs >= shortestClipMs && endMs - startMs <= longestClipMs;
