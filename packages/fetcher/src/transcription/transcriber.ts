import type { Transcript } from '@tulkka/shared/transcripts';
import type { Sound } from './sound.ts';

/** How a paid job stands. */
export type JobState =
  | { state: 'running' }
  | { state: 'done'; transcript: Transcript; audioSeconds: number; model: string | null }
  /** The job failed and costs nothing. `retryable`: a new job on the same audio may succeed. */
  | { state: 'failed'; reason: string; retryable: boolean };

/**
 * Turns recorded speech into a transcript, in three steps that survive a crash between any two of them: store what each
 * returns before taking the next.
 */
export interface Transcriber {
  /** Brings the audio to the vendor; costs nothing. @returns the address to submit, good for a day */
  upload(sound: Sound, signal?: AbortSignal): Promise<string>;
  /**
   * Has an uploaded file transcribed, which is paid for once: when a job for this very upload exists already, because
   * the answer to an earlier submission was lost, that job's id is returned.
   */
  submit(uploadUrl: string, signal?: AbortSignal): Promise<string>;
  /** Looks how a job stands; never waits for it. */
  poll(jobId: string, signal?: AbortSignal): Promise<JobState>;
}
