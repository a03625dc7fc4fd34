import { z } from 'zod';

/**
 * A lesson on its way from recording to exercises. The fetcher owns the first step, the worker the second;
 * `unassigned` waits for a person to name the class, `failed` for a person to try again.
 */
export const LessonStatus = z.enum(['pending_transcript', 'pending_processing', 'completed', 'unassigned', 'failed']);
export type LessonStatus = z.infer<typeof LessonStatus>;

/** The two states in which a process has something to do. */
export const QueueStatus = z.enum(['pending_transcript', 'pending_processing']);
export type QueueStatus = z.infer<typeof QueueStatus>;

/** A set of exercises on its way from generation to the games. */
export const ExerciseSetStatus = z.enum(['pending_review', 'approved', 'published', 'rejected']);
export type ExerciseSetStatus = z.infer<typeof ExerciseSetStatus>;
