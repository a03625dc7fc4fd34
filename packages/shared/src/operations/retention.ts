import type { TranscriptRetention } from '../lessons/index.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The moment before which a lesson is too old for its transcript to be kept. */
export function retentionLimit(days: number, now = Date.now()): Date {
  return new Date(now - days * dayMs);
}

/**
 * Retention as a process runs it beside its work: at most once an hour however often it is called, and nothing at all
 * where no limit is set. Several processes may each do it; what one has blanked the others do not find any more.
 */
export function createHourlyRetention(
  transcripts: Pick<TranscriptRetention, 'blankBefore'>,
  days: number | null,
): () => Promise<number> {
  const blank = hourly(async () => (days === null ? 0 : transcripts.blankBefore(retentionLimit(days))));
  return async () => (await blank()) ?? 0;
}

/** Does something at most once an hour, however often it is called; undefined where it was done within the hour. */
export function hourly<T>(work: () => Promise<T>): () => Promise<T | undefined> {
  let due = 0;
  return async () => {
    if (Date.now() < due) return undefined;
    // Set first, so that a database that refuses is not asked again at every turn of the loop.
    due = Date.now() + hourMs;
    return work();
  };
}
