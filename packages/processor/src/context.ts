import { removeOutdatedAudio } from '@tulkka/shared/audio-retention';
import { createAudioStore } from '@tulkka/shared/audio-storage';
import type { Settings } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import { ExerciseSetStore, type Lesson, LessonNews, TranscriptRetention } from '@tulkka/shared/lessons';
import type { ManagedProcess } from '@tulkka/shared/lifecycle';
import type { Logger } from '@tulkka/shared/logging';
import { ParameterFitting } from '@tulkka/shared/memory-fitting';
import { createHourlyRetention, hourly } from '@tulkka/shared/operations';
import { createPipeline, type LessonWork, pipelineProcess } from '@tulkka/shared/pipeline';
import { Publisher } from '@tulkka/shared/publishing';
import {
  ClassRepository,
  ClipRepository,
  RecordingAudioRepository,
  WatermarkRepository,
} from '@tulkka/shared/repositories';
import { cutForChangedSets } from './clips/follow-sets.ts';
import { createListening } from './clips/narrow-place.ts';
import { Generation } from './thread/index.ts';
import { createLanes } from './worker/lanes.ts';
import { createMemoryLoop } from './worker/memory-loop.ts';
import { processLesson } from './worker/process-lesson.ts';

/** Between two turns of tidying up; looking for lessons goes on meanwhile. */
const tidySeconds = 30;
/** What the rules make of a usual lesson is there in a few seconds; what takes longer is long, or waits for a model. */
const patienceMs = 10_000;

const generationLimits = {
  /** A model may take minutes for a long lesson; nothing that ends well takes longer than this. */
  longestMs: 600_000,
  memoryMb: 1024,
  // Counted like any failed attempt: after the last one the lesson is put away, and meanwhile the others have their turn.
  refusal: (reason: 'time' | 'memory'): AppError =>
    new AppError('internal_error', `Making the exercises of this lesson takes too much ${reason}.`, {
      retryable: true,
    }),
};

/** The worker: claims lessons that have a transcript and stores their exercises. */
export async function createWorker(settings: Settings): Promise<ManagedProcess> {
  const pipeline = createPipeline(settings, 'worker');
  const { config, log, metrics, games, supabase, queue, lessons } = pipeline;
  const sets = new ExerciseSetStore(supabase);
  const publisher = new Publisher(games, sets);
  const createGeneration = (name: string): Generation =>
    pipeline.disposers.add(
      name,
      new Generation(settings, { ...generationLimits, name: 'worker', onVendorCall: metrics.observeVendorCall }),
      (thread) => thread.close(),
    );
  const generation = createGeneration('generation');
  const besideGeneration = createGeneration('generation beside a long lesson');
  const { maxAttempts, retryBaseSeconds, pollIntervalSeconds } = config.jobs;
  const classes = new ClassRepository(games);
  const audioStore = createAudioStore(settings);
  const clips = {
    audioStore,
    clips: new ClipRepository(games),
    recordings: new RecordingAudioRepository(games),
    listening: createListening(),
  };
  const parts = { queue, sets, classes, publisher, clips, generation, metrics, maxAttempts, retryBaseSeconds };
  const retainTranscripts = createHourlyRetention(new TranscriptRetention(supabase), config.transcriptRetentionDays);
  const followed = { news: new LessonNews(supabase), sets, watermarks: new WatermarkRepository(games), clips };
  const listAwaited = (names: readonly string[]) => lessons.listAwaitedAudio(names);
  const retainAudio = hourly(async () => {
    const removed = await removeOutdatedAudio({ games, audioStore, listAwaited });
    if (Object.values(removed).some((count) => count > 0)) log.info('old sound removed', { ...removed });
  });

  const fitting = pipeline.disposers.add('memory fitting', new ParameterFitting(), (thread) => thread.close());
  const memories = createMemoryLoop({ games, fitting, log, drainSeconds: config.jobs.drainSeconds });

  let tidyAt = 0;
  const claim = () => queue.claim('pending_processing');
  const first: LessonWork = {
    claim: async () => {
      const lesson = await claim();
      if (lesson || Date.now() < tidyAt) return lesson;
      // Only when no lesson waits: publish what another process approved and left behind, cut what was added to sets
      // before its recording may go, and forget old transcripts.
      await publisher.finishApproved(log);
      await cutForChangedSets(followed, log)
        .then((made) => made > 0 && log.info('clips cut for changed sets', { made }))
        .catch((error: unknown) => log.warn('changed sets have no new clips', { error }));
      const blanked = await retainTranscripts();
      if (blanked > 0) log.info('old transcripts blanked', { lessons: blanked });
      await retainAudio().catch((error: unknown) => log.warn('old sound could not be removed', { error }));
      tidyAt = Date.now() + Math.min(tidySeconds, pollIntervalSeconds) * 1000;
      return undefined;
    },
    handle: (lesson, lessonLog, signal) => processLesson(parts, lesson, lessonLog, signal),
  };
  const beside = {
    claim,
    handle: (lesson: Lesson, lessonLog: Logger, signal: AbortSignal) =>
      processLesson({ ...parts, generation: besideGeneration }, lesson, lessonLog, signal),
    atRest: () => besideGeneration.close(),
  };
  const lanes = createLanes(pipeline, { first, beside, patienceMs });
  return pipelineProcess(pipeline, [...lanes, memories], { engine: config.openai ? 'openai' : 'rules' });
}
