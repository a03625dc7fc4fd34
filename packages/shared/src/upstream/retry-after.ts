/** `Date.parse` takes almost anything, "-3" included: only the two forms that vendors send are let through to it. */
const instantForms = /^(\d{4}-\d{2}-\d{2}T|[A-Z][a-z]{2}, \d)/;

/**
 * Reads a Retry-After header: seconds, an HTTP date, or the ISO instant that Zoom sends.
 * @returns milliseconds from `now`, never negative; undefined where there is none or it cannot be read
 */
export function parseRetryAfter(value: string | null | undefined, now: number = Date.now()): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  const instant = instantForms.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - now);
}
