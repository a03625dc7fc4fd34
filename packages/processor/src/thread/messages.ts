import type { LessonExercises } from '@tulkka/shared/exercises';
import type { Transcript } from '@tulkka/shared/transcripts';
import type { VendorCall } from '@tulkka/shared/upstream';
import type { TokenUsage } from '../analysis/openai/token-usage.ts';
import type { ItemWish, KnownLesson } from '../compose-item.ts';

/** What one lesson is made from. */
export interface GenerationRequest {
  transcript: string | Transcript;
  lessonNumber: number;
  nativeLanguage: string | null;
  seed: string;
  /** Whether an outage of the model is worth waiting for: somebody will try again. */
  mayRetry?: boolean;
}

/** A lesson's exercises, the prompt that led to them, and what a model took for it. */
export interface Generated {
  exercises: LessonExercises;
  promptVersion: string | null;
  usage: TokenUsage | null;
}

/** One item that is wished for from a lesson. */
export interface CompositionRequest extends KnownLesson {
  wish: ItemWish;
}

/** What is told on the way. */
export type GenerationNews = VendorCall;
