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
  let due = 0;
  return async () => {
    if (days === null || Date.now() < due) return 0;
    // Set first, so that a database that refuses is not asked again at every turn of the loop.
    due = Date.now() + hourMs;
    return transcripts.blankBefore(retentionLimit(days));
  };
}
