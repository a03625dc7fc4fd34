import { rm } from 'node:fs/promises';
import { AppError } from '@tulkka/shared/errors';
import { decideRetry } from '@tulkka/shared/jobs';
import type { Lesson, LessonQueue } from '@tulkka/shared/lessons';
import { wait } from '@tulkka/shared/lifecycle';
import type { Logger } from '@tulkka/shared/logging';
import { transcriptText } from '@tulkka/shared/transcripts';
import type { Transcriber } from './transcription/transcriber.ts';

/** What the fetcher needs to bring a lesson from `pending_transcript` to its transcript. */
export interface TranscriptSteps {
  queue: LessonQueue;
  transcriber: Transcriber | null;
  /** Seconds between two looks at a lesson that waits for something outside. */
  patienceSeconds: number;
  /** Seconds between two looks at a running transcription. */
  pollSeconds: number;
  maxAttempts: number;
  retryBaseSeconds: number;
}

/** Brings one claimed lesson a step further and records the outcome. */
export async function advanceLesson(
  steps: TranscriptSteps,
  lesson: Lesson,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (lesson.audio_path === null)
      throw new AppError('internal_error', 'The lesson has neither a transcript nor audio.');
    await transcribe(steps, { ...lesson, audio_path: lesson.audio_path }, log, signal);
  } catch (error) {
    const outcome = decideRetry(error, lesson.attempt_count, steps, 'The recording could not be fetched');
    log.warn('fetching failed', { error, next_in_ms: outcome.pauseMs });
    await steps.queue.recordFailure(lesson, outcome.reason, outcome.pauseMs);
  }
}

async function transcribe(
  steps: TranscriptSteps,
  lesson: Lesson & { audio_path: string },
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const { queue, transcriber } = steps;
  if (transcriber === null) {
    const waitingFor = 'a transcriber: set ASSEMBLYAI_API_KEY, or put a .vtt of this lesson into the inbox';
    log.info('audio waits', { waiting_for: waitingFor });
    return void (await queue.postpone(lesson, steps.patienceSeconds, waitingFor));
  }
  // Each is stored before the next step: whoever takes over goes on with this job instead of paying for another.
  const uploadUrl = lesson.transcription_upload_url ?? (await transcriber.upload(lesson.audio_path, signal));
  await queue.save(lesson, { transcription_upload_url: uploadUrl });
  const jobId = lesson.transcription_job_id ?? (await transcriber.submit(uploadUrl, signal));
  await queue.save(lesson, { transcription_job_id: jobId });
  log.info('transcription submitted', { transcription_job_id: jobId });
  for (;;) {
    const state = await transcriber.poll(jobId, signal);
    if (state.state === 'failed') return failTranscription(steps, lesson, state);
    if (state.state === 'done') {
      const { transcript, audioSeconds } = state;
      await queue.finish(lesson, 'pending_processing', {
        transcript: transcriptText(transcript),
        cues: transcript.cues,
        speakers: transcript.speakers,
        resume_status: 'pending_processing',
        audio_path: null,
        cost: { ...lesson.cost, audio_seconds: audioSeconds },
        duration_seconds: lesson.duration_seconds ?? Math.round(audioSeconds),
      });
      await rm(lesson.audio_path, { force: true });
      return log.info('transcription done', { audio_seconds: audioSeconds });
    }
    await wait(steps.pollSeconds * 1000, signal);
    if (signal.aborted) return void (await queue.postpone(lesson, 0, null));
  }
}

/** A failed job costs nothing; a new one is worth a try only when the vendor's reason is one that passes. */
async function failTranscription(
  steps: TranscriptSteps,
  lesson: Lesson,
  state: { reason: string; retryable: boolean },
): Promise<never> {
  await steps.queue.save(lesson, { transcription_upload_url: null, transcription_job_id: null });
  const { reason, retryable } = state;
  throw new AppError('upstream_failed', `The audio could not be transcribed: ${reason}`, { retryable });
}
