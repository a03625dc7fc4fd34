import { z } from 'zod';

/**
 * A timestamptz as PostgREST shows it: hosted writes `2026-11-23T11:08:16.95+00:00`, PGlite `2026-11-23 11:08:16.95+00`.
 * Both become ISO-8601 with Z.
 */
export const Moment = z.string().transform((text, context) => {
  const time = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(time.getTime())) {
    context.addIssue({ code: 'custom', message: `is not a time: ${text}` });
    return z.NEVER;
  }
  return time.toISOString();
});

/** This moment, as it is written into a timestamptz. */
export const now = (): string => new Date().toISOString();
