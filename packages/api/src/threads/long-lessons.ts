import type { Config, Secrets } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import type { LessonReport } from '@tulkka/shared/exercises';
import type { LessonSummary, NewLesson } from '@tulkka/shared/lessons';
import { threadEntry, WorkThread } from '@tulkka/shared/threads';

/** What stands beside the transcript in an answer. */
interface Around {
  report?: LessonReport | null;
  names?: Record<string, string>;
}

/** A transcript to be taken in, or a stored lesson, to be written as an answer. */
export type LessonOrder = { bytes: Uint8Array; lesson: NewLesson; around: Around } | { id: string; around: Around };

/** An answer as JSON, with the tag that says which version it is. */
export interface WrittenAnswer {
  written: Uint8Array;
  headers: { ETag: string };
}

/** For a transcript also what was stored, and whether it is new. */
export interface WrittenLesson {
  stored: { lesson: LessonSummary; added: boolean } | null;
  answer: WrittenAnswer;
}

/**
 * Reads, stores and writes out lessons in a thread: a long one has twenty thousand cues, for which no other request
 * should wait. The thread starts with the first.
 */
export class LongLessons {
  private readonly thread: WorkThread<LessonOrder, WrittenLesson>;

  constructor({ supabaseUrl }: Config, { supabaseKey }: Secrets) {
    this.thread = new WorkThread({
      entry: threadEntry(import.meta.url, 'lesson-thread'),
      data: { url: supabaseUrl, key: supabaseKey },
      longestMs: 25_000,
      memoryMb: 256,
      refusal: () => new AppError('payload_too_large', 'This transcript is more than can be read: split the lesson.'),
    });
  }

  /** Stores an uploaded transcript; the answer to the upload is written for who stored it. */
  async take(
    bytes: Uint8Array,
    lesson: NewLesson,
  ): Promise<{ lesson: LessonSummary; added: boolean; written: Uint8Array }> {
    const { stored, answer } = await this.thread.run({ bytes, lesson, around: {} });
    if (stored === null) throw new Error('A transcript that was taken in is stored.');
    return { ...stored, written: answer.written };
  }

  /** A stored lesson with its transcript, as an answer. @throws NotFoundError for an id that no lesson has */
  async write(id: string, around: Around): Promise<WrittenAnswer> {
    return (await this.thread.run({ id, around })).answer;
  }

  /** Ends the thread. */
  close(): Promise<void> {
    return this.thread.close();
  }
}
