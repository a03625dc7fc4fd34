import { z } from 'zod';
import type { Transcript } from '../transcripts/index.ts';
import { Moment } from './moment.ts';
import { LessonStatus, QueueStatus } from './states.ts';

/** A cue as it is stored with its lesson. */
export const StoredCue = z.object({
  start_ms: z.number().nullable(),
  end_ms: z.number().nullable(),
  speaker: z.string().nullable(),
  text: z.string(),
  words: z.array(z.number()).readonly().optional(),
});

/** How far each audio file of a lesson is on its way to a transcript, by the file's key. */
export const TranscriptionJobs = z.record(
  z.string(),
  z.object({ upload_url: z.string().optional(), job_id: z.string().optional() }),
);
export type TranscriptionJobs = z.infer<typeof TranscriptionJobs>;

/** What a lesson has cost so far. Seconds of audio transcribed, tokens read and written, US dollars. */
export const LessonCost = z.object({
  audio_seconds: z.number().optional(),
  input_tokens: z.number().optional(),
  output_tokens: z.number().optional(),
  cost_usd: z.number().optional(),
});
export type LessonCost = z.infer<typeof LessonCost>;

const summaryShape = {
  id: z.string(),
  recording_id: z.string(),
  source: z.enum(['zoom', 'inbox', 'upload']),
  status: LessonStatus,
  resume_status: QueueStatus,
  class_id: z.string().nullable(),
  teacher_id: z.string().nullable(),
  teacher_email: z.string().nullable(),
  user_id: z.string().nullable(),
  host_email: z.string().nullable(),
  meeting_id: z.string().nullable(),
  topic: z.string(),
  lesson_number: z.number().nullable(),
  native_language: z.string().nullable(),
  started_at: Moment,
  duration_seconds: z.number().nullable(),
  speakers: z.array(z.string()).nullable(),
  cost: LessonCost,
  attempt_count: z.number(),
  next_attempt_at: Moment,
  lease_owner: z.string().nullable(),
  lease_expires_at: Moment.nullable(),
  last_error: z.string().nullable(),
  waiting_for: z.string().nullable(),
  created_at: Moment,
  updated_at: Moment,
};

/** A lesson without what was said in it: for lists, and for logs. */
export const LessonSummary = z.object(summaryShape);
export type LessonSummary = z.infer<typeof LessonSummary>;

/** A lesson as the pipeline works on it. */
export const Lesson = z.object({
  ...summaryShape,
  transcript: z.string().nullable(),
  cues: z.array(StoredCue).nullable(),
  recording: z.unknown(),
  audio_path: z.string().nullable(),
  transcription: TranscriptionJobs,
});
export type Lesson = z.infer<typeof Lesson>;

/** The columns of a summary, for `select`. */
export const summaryColumns = Object.keys(summaryShape).join(',');

/** What a source knows of a recording when it is first seen. */
export type NewLesson = Pick<Lesson, 'recording_id' | 'source' | 'topic' | 'started_at'> & {
  status: LessonStatus;
  resume_status: QueueStatus;
} & Partial<
    Pick<
      Lesson,
      | 'class_id'
      | 'teacher_id'
      | 'teacher_email'
      | 'user_id'
      | 'host_email'
      | 'meeting_id'
      | 'lesson_number'
      | 'native_language'
      | 'duration_seconds'
      | 'transcript'
      | 'cues'
      | 'speakers'
      | 'recording'
      | 'audio_path'
    >
  >;

/** What the steps of the pipeline may change. */
export type LessonChanges = Partial<
  Pick<
    Lesson,
    | 'class_id'
    | 'teacher_id'
    | 'teacher_email'
    | 'user_id'
    | 'lesson_number'
    | 'native_language'
    | 'duration_seconds'
    | 'transcript'
    | 'cues'
    | 'speakers'
    | 'recording'
    | 'audio_path'
    | 'transcription'
    | 'cost'
    | 'waiting_for'
    | 'resume_status'
  >
>;

/** What was said in a lesson, as the reader takes it; without cues where it is not there yet, or not any more. */
export function transcriptOf({ cues, speakers }: Pick<Lesson, 'cues' | 'speakers'>): Transcript {
  const said = cues ?? [];
  return {
    format: said.some(({ start_ms }) => start_ms !== null) ? 'vtt' : 'text',
    cues: said,
    speakers: speakers ?? [],
  };
}
