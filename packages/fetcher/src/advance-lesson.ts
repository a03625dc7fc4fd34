import { AppError } from '@tulkka/shared/errors';
import { decideRetry } from '@tulkka/shared/jobs';
import type { Lesson, LessonChanges } from '@tulkka/shared/lessons';
import type { Logger } from '@tulkka/shared/logging';
import { isSilent, SilentTranscript, transcriptText } from '@tulkka/shared/transcripts';
import { ZoomAuthorizationError } from '@tulkka/shared/zoom';
import type { Advance, TranscriptSteps } from './advance.ts';
import { advanceFile } from './advance-file.ts';
import { advanceZoomRecording } from './advance-zoom-recording.ts';
import { HandBack } from './transcription/transcribe-audio.ts';

/** Brings one claimed lesson a step further and records the outcome. */
export async function advanceLesson(
  steps: TranscriptSteps,
  lesson: Lesson,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  const observe = (outcome: 'done' | 'waiting' | 'failed') =>
    steps.metrics.observeStage('fetch', outcome, (performance.now() - started) / 1000);
  try {
    const onWaiting = (seconds: number): void => log.info('transcription is running', { seconds });
    const onMissing = (error: unknown): void => log.warn('a part of the sound cannot be had', { error });
    const advance = await advanceSource({ ...steps, onWaiting, onMissing }, lesson, signal);
    observe(advance.kind === 'waiting' ? 'waiting' : 'done');
    if (advance.kind === 'waiting') {
      log.info('lesson waits', { waiting_for: advance.for, seconds: Math.round(advance.seconds) });
      return void (await steps.queue.postpone(lesson, advance.seconds, advance.for));
    }
    if (isSilent(advance.transcript)) throw new SilentTranscript();
    const keepsTimes = (await steps.keptAudio.keeperOf(lesson)) !== null;
    const changes = changesFor(lesson, advance, keepsTimes);
    const finished = await steps.queue.finish(lesson, 'pending_processing', changes);
    if (finished) await advance.release();
    steps.metrics.addAudioSeconds(advance.audioSeconds);
    log.info(finished ? 'transcript stored' : 'the lease was lost; another fetcher goes on', {
      audio_seconds: advance.audioSeconds,
    });
  } catch (error) {
    if (error instanceof HandBack || signal.aborted) return void (await steps.queue.postpone(lesson, 0, null));
    // Nothing is wrong with the lesson: it waits, without losing an attempt, until somebody mends the credentials.
    if (error instanceof ZoomAuthorizationError) {
      const pauseSeconds = Math.max(steps.patienceSeconds, (error.retryAfterMs ?? 0) / 1000);
      return void (await steps.queue.postpone(lesson, pauseSeconds, error.message));
    }
    observe('failed');
    const outcome = decideRetry(error, lesson.attempt_count, steps, 'The recording could not be fetched');
    log.warn('fetching failed', { error, next_in_ms: outcome.pauseMs });
    await steps.queue.recordFailure(lesson, outcome.reason, outcome.pauseMs);
  }
}

function advanceSource(steps: TranscriptSteps, lesson: Lesson, signal: AbortSignal): Promise<Advance> {
  if (lesson.source === 'zoom') return advanceZoomRecording(steps, lesson, signal);
  if (lesson.audio_path !== null) return advanceFile(steps, lesson, lesson.audio_path, signal);
  throw new AppError('internal_error', 'The lesson has neither a transcript nor audio.');
}

function changesFor(
  lesson: Lesson,
  { transcript, audioSeconds }: Extract<Advance, { kind: 'transcript' }>,
  keepsTimes: boolean,
): LessonChanges {
  const last = transcript.cues.reduce((end, cue) => Math.max(end, cue.end_ms ?? 0), 0);
  return {
    transcript: transcriptText(transcript),
    // When each word was said is longer than the words, and only clips ask for it.
    cues: transcript.cues.map(({ words, ...cue }) => (keepsTimes && words ? { ...cue, words } : cue)),
    speakers: transcript.speakers,
    resume_status: 'pending_processing',
    audio_path: null,
    duration_seconds: lesson.duration_seconds ?? Math.round(last / 1000),
    ...(audioSeconds > 0 ? { cost: { ...lesson.cost, audio_seconds: audioSeconds } } : {}),
  };
}
