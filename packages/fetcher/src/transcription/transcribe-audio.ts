import { AppError } from '@tulkka/shared/errors';
import type { Lesson, LessonQueue, TranscriptionJobs } from '@tulkka/shared/lessons';
import { wait } from '@tulkka/shared/lifecycle';
import type { Sound } from './sound.ts';
import type { PaidTranscriber, Transcribed, Transcriber } from './transcriber.ts';

/** The work must stop here: the lease is lost, or the process is ending. What was paid for is stored. */
export class HandBack extends Error {}

/** Keeps, with the lesson, how far each of its audio files is; every change is stored before the next step. */
export class TranscriptionProgress {
  private jobs: TranscriptionJobs;

  constructor(
    private readonly queue: LessonQueue,
    private readonly lesson: Lesson,
  ) {
    this.jobs = lesson.transcription;
  }

  of(key: string): TranscriptionJobs[string] {
    return this.jobs[key] ?? {};
  }

  /** @throws HandBack when the lease is no longer ours. */
  async store(key: string, job: TranscriptionJobs[string]): Promise<void> {
    this.jobs = { ...this.jobs, [key]: job };
    if (!(await this.queue.save(this.lesson, { transcription: this.jobs }))) throw new HandBack();
  }
}

/** A word every ten looks: half a minute at the usual pace. */
const looksBetweenWords = 10;

/** What a transcription needs beside its file. */
export interface TranscribeParts {
  transcriber: Transcriber;
  progress: TranscriptionProgress;
  /** Seconds between two looks at a running job. */
  pollSeconds: number;
  /** Hears now and then that a job still runs, for somebody who watches. */
  onWaiting?: (seconds: number) => void;
}

/**
 * Has one audio file transcribed and, where that costs something, paid for once, whatever crashes: upload, submission and
 * result are three steps, and whoever takes over goes on after the last one that was stored.
 * @param audio finds the file, or brings it to this machine; only called when it is not uploaded yet
 * @throws HandBack when the work must stop; AppError when the vendor gives up on the file
 */
export async function transcribeAudio(
  { transcriber, ...parts }: TranscribeParts,
  key: string,
  audio: () => Promise<Sound>,
  signal: AbortSignal,
): Promise<Transcribed> {
  if (!('transcribe' in transcriber)) return transcribePaid({ transcriber, ...parts }, key, audio, signal);
  const since = performance.now();
  const tell = (): void => parts.onWaiting?.(Math.round((performance.now() - since) / 1000));
  const words = setInterval(tell, looksBetweenWords * parts.pollSeconds * 1000);
  try {
    return await transcriber.transcribe(await audio(), signal);
  } finally {
    clearInterval(words);
  }
}

async function transcribePaid(
  { transcriber, progress, pollSeconds, onWaiting }: TranscribeParts & { transcriber: PaidTranscriber },
  key: string,
  audio: () => Promise<Sound>,
  signal: AbortSignal,
): Promise<Transcribed> {
  let { upload_url: uploadUrl, job_id: jobId } = progress.of(key);
  if (jobId === undefined) {
    uploadUrl ??= await transcriber.upload(await audio(), signal);
    await progress.store(key, { upload_url: uploadUrl });
    jobId = await transcriber.submit(uploadUrl, signal).catch((error: unknown) => forget(progress, key, error));
    await progress.store(key, { upload_url: uploadUrl, job_id: jobId });
  }
  const since = performance.now();
  for (let looks = 1; ; looks++) {
    const state = await transcriber.poll(jobId, signal).catch((error: unknown) => forget(progress, key, error));
    if (state.state === 'done') return state;
    if (state.state === 'failed') {
      // A failed job costs nothing; the next attempt begins with a new upload.
      await progress.store(key, {});
      const { reason, retryable } = state;
      throw new AppError('upstream_failed', `The audio could not be transcribed: ${reason}`, { retryable });
    }
    if (looks % looksBetweenWords === 0) onWaiting?.(Math.round((performance.now() - since) / 1000));
    await wait(pollSeconds * 1000, signal);
    if (signal.aborted) throw new HandBack();
  }
}

/** An upload that expired or a job that is unknown will not come back: the next attempt begins anew. */
async function forget(progress: TranscriptionProgress, key: string, error: unknown): Promise<never> {
  if (error instanceof AppError && !error.retryable) await progress.store(key, {});
  throw error;
}
