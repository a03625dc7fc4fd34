import type { Settings } from '@tulkka/shared/config';
import type { AppErrorOptions, ErrorCode, Issue } from '@tulkka/shared/errors';
import type { LessonExercises } from '@tulkka/shared/exercises';
import type { Transcript } from '@tulkka/shared/transcripts';
import type { VendorCall } from '@tulkka/shared/upstream';

/** What one lesson is made from. */
export interface GenerationRequest {
  transcript: string | Transcript;
  lessonNumber: number;
  nativeLanguage: string | null;
  seed: string;
}

/** A lesson's exercises and the prompt that led to them. */
export interface Generated {
  exercises: LessonExercises;
  promptVersion: string | null;
}

/** What the thread is started with. */
export type ThreadData = Settings;

/** What the thread is asked. */
export interface ThreadRequest {
  id: number;
  request: GenerationRequest;
}

/** An error in a form that passes between threads. */
export interface ThreadError extends Pick<AppErrorOptions, 'retryable'> {
  code: ErrorCode;
  message: string;
  issues: readonly Issue[] | null;
}

/** What the thread says. */
export type ThreadAnswer =
  | { kind: 'generated'; id: number; generated: Generated }
  | { kind: 'failed'; id: number; error: ThreadError }
  | { kind: 'vendor_call'; call: VendorCall };
