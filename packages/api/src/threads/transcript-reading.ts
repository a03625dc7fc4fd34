import { AppError } from '@tulkka/shared/errors';
import { threadEntry, WorkThread } from '@tulkka/shared/threads';
import type { ReadTranscript } from './transcript-thread.ts';

/** Reads transcripts in a thread: a long one takes half a second, for which no other request should wait. */
export type TranscriptReading = WorkThread<Uint8Array, ReadTranscript>;

/** The thread that reads uploaded transcripts; it starts with the first. */
export function createTranscriptReading(): TranscriptReading {
  return new WorkThread({
    entry: threadEntry(import.meta.url, 'transcript-thread'),
    longestMs: 25_000,
    memoryMb: 256,
    refusal: () => new AppError('payload_too_large', 'This transcript is more than can be read: split the lesson.'),
  });
}
