import type { Transcript } from '@tulkka/shared/transcripts';
import type { Sound } from './sound.ts';

/** What was said, and how long the sound is. */
export interface Transcribed {
  transcript: Transcript;
  audioSeconds: number;
}

/** How a paid job stands. */
export type JobState =
  | { state: 'running' }
  | ({ state: 'done'; model: string | null } & Transcribed)
  /** The job failed and costs nothing. `retryable`: a new job on the same audio may succeed. */
  | { state: 'failed'; reason: string; retryable: boolean };

/**
 * Turns recorded speech into a transcript, in three steps that survive a crash between any two of them: store what each
 * returns before taking the next.
 */
export interface PaidTranscriber {
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

/** Answers within the call that brings the sound. Nothing is paid: what a crash loses is done again. */
export interface DirectTranscriber {
  transcribe(sound: Sound, signal: AbortSignal): Promise<Transcribed>;
}

export type Transcriber = PaidTranscriber | DirectTranscriber;
