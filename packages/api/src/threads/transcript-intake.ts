import type { Config, Secrets } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import type { LessonSummary, NewLesson } from '@tulkka/shared/lessons';
import { threadEntry, WorkThread } from '@tulkka/shared/threads';

/** An uploaded transcript, and what else is known of its lesson. */
export interface IntakeRequest {
  bytes: Uint8Array;
  lesson: NewLesson;
}

/** The stored lesson, and whether it is new. */
export interface StoredUpload {
  lesson: LessonSummary;
  added: boolean;
}

/**
 * Reads and stores uploaded transcripts in a thread: a long one takes half a second, for which no other request should
 * wait. The thread starts with the first.
 */
export type TranscriptIntake = WorkThread<IntakeRequest, StoredUpload>;

/** The thread that takes uploaded transcripts in. */
export function createTranscriptIntake({ supabaseUrl }: Config, { supabaseKey }: Secrets): TranscriptIntake {
  return new WorkThread({
    entry: threadEntry(import.meta.url, 'intake-thread'),
    data: { url: supabaseUrl, key: supabaseKey },
    longestMs: 25_000,
    memoryMb: 256,
    refusal: () => new AppError('payload_too_large', 'This transcript is more than can be read: split the lesson.'),
  });
}
