import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { requireLessonsDatabase, type Settings } from '@tulkka/shared/config';
import { connect } from '@tulkka/shared/database';
import { startHealthServer } from '@tulkka/shared/health';
import { JobLoop, keepLease } from '@tulkka/shared/jobs';
import {
  connectSupabase,
  ExerciseSetStore,
  type Lesson,
  LessonCounts,
  LessonQueue,
  LessonStore,
  TranscriptRetention,
} from '@tulkka/shared/lessons';
import { Disposers, type ManagedProcess } from '@tulkka/shared/lifecycle';
import { createLogger } from '@tulkka/shared/logging';
import { createMetrics, createPipelineMetrics, watchQueue } from '@tulkka/shared/metrics';
import { createHourlyRetention } from '@tulkka/shared/operations';
import { Publisher } from '@tulkka/shared/publishing';
import { ClassRepository, TokenBudgetRepository } from '@tulkka/shared/repositories';
import { createReader } from './analysis/create-reader.ts';
import { openLexicon } from './lexicon/index.ts';
import { processLesson } from './worker/process-lesson.ts';

/** Between two counts of the queue for the metrics. */
const countEveryMs = 15_000;

/** The worker: claims lessons that have a transcript and stores their exercises. */
export async function createWorker(settings: Settings): Promise<ManagedProcess> {
  const { config, secrets } = settings;
  const { jobs } = config;
  const { url, key } = requireLessonsDatabase(settings, 'worker');
  const disposers = new Disposers();
  const log = createLogger(config, secrets, 'worker');
  const { registry, watchDatabase } = createMetrics('worker');
  const metrics = createPipelineMetrics(registry);
  const games = disposers.add('games database', connect(config.games, secrets.mysqlPassword), (db) => db.destroy());
  watchDatabase(games);
  const supabase = connectSupabase(url, key);
  const owner = `worker-${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const queue = new LessonQueue(supabase, { owner, leaseSeconds: jobs.leaseSeconds, maxAttempts: jobs.maxAttempts });
  const lessons = new LessonStore(supabase);
  const sets = new ExerciseSetStore(supabase);
  const publisher = new Publisher(games, sets);
  const lexicon = openLexicon();
  const onCall = metrics.observeVendorCall;
  const reader = createReader(settings, { lexicon, tokens: new TokenBudgetRepository(games), log, onCall });
  const { maxAttempts, retryBaseSeconds } = jobs;
  const classes = new ClassRepository(games);
  const parts = { queue, sets, classes, publisher, reader, lexicon, metrics, maxAttempts, retryBaseSeconds };

  const retainTranscripts = createHourlyRetention(new TranscriptRetention(supabase), config.transcriptRetentionDays);

  const loop = new JobLoop<Lesson>({
    claim: async () => {
      const lesson = await queue.claim('pending_processing');
      if (lesson) return lesson;
      // Only when no lesson waits: publish what another process approved and left behind, and forget old transcripts.
      await publisher.finishApproved();
      const blanked = await retainTranscripts();
      if (blanked > 0) log.info('old transcripts blanked', { lessons: blanked });
      return undefined;
    },
    handle: (lesson, signal) => {
      const lessonLog = log.child({ lesson_id: lesson.id, job_id: `${lesson.id}:${lesson.attempt_count}` });
      const work = (stop: AbortSignal) => processLesson(parts, lesson, lessonLog, stop);
      return keepLease(() => queue.renew(lesson), jobs.leaseSeconds, signal, work);
    },
    onError: (error, lesson) => log.error('the worker could not go on', { error, lesson_id: lesson?.id }),
    idleDelay: () => jobs.pollIntervalSeconds * 1000 * (0.9 + Math.random() / 5),
    drainMs: jobs.drainSeconds * 1000,
  });
  return {
    name: 'worker',
    log,
    start: async () => {
      if (config.healthPort !== null) {
        const check = () =>
          lessons.ping().then(
            () => ({ status: 'healthy' as const }),
            () => ({ status: 'degraded' as const, supabase: 'error' }),
          );
        disposers.add('health server', await startHealthServer(config.healthPort, registry, check), (server) =>
          server.close(),
        );
      }
      const unwatch = watchQueue(metrics, new LessonCounts(supabase), countEveryMs);
      disposers.add('queue gauges', unwatch, (stop) => stop());
      loop.start();
      log.info('worker started', { owner, engine: config.openai ? 'openai' : 'rules' });
    },
    stop: async () => {
      await loop.stop();
      await disposers.dispose((name, error) => log.error('could not release', { name, error }));
    },
  };
}
