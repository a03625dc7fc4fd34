import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Settings } from '@tulkka/shared/config';
import { connect } from '@tulkka/shared/database';
import { ValidationError } from '@tulkka/shared/errors';
import { JobLoop, keepLease } from '@tulkka/shared/jobs';
import { connectSupabase, ExerciseSetStore, type Lesson, LessonQueue } from '@tulkka/shared/lessons';
import { Disposers, type ManagedProcess } from '@tulkka/shared/lifecycle';
import { createLogger } from '@tulkka/shared/logging';
import { Publisher } from '@tulkka/shared/publishing';
import { ClassRepository } from '@tulkka/shared/repositories';
import { createReader } from './analysis/create-reader.ts';
import { openLexicon } from './lexicon/index.ts';
import { processLesson } from './worker/process-lesson.ts';

/** The worker: claims lessons that have a transcript and stores their exercises. */
export async function createWorker({ config, secrets }: Settings): Promise<ManagedProcess> {
  const { supabaseUrl, jobs } = config;
  if (supabaseUrl === null || secrets.supabaseKey === null) {
    throw new ValidationError([
      {
        path: 'SUPABASE_URL',
        message: 'and SUPABASE_KEY are needed by the worker: set them, or use npm start, which runs an embedded one',
      },
    ]);
  }
  const disposers = new Disposers();
  const log = createLogger(config, secrets, 'worker');
  const games = disposers.add('games database', connect(config.games, secrets.mysqlPassword), (db) => db.destroy());
  const supabase = connectSupabase(supabaseUrl, secrets.supabaseKey);
  const owner = `worker-${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const queue = new LessonQueue(supabase, { owner, leaseSeconds: jobs.leaseSeconds, maxAttempts: jobs.maxAttempts });
  const sets = new ExerciseSetStore(supabase);
  const publisher = new Publisher(games, sets);
  const reader = createReader(config, secrets, openLexicon(), games, log);
  const { maxAttempts, retryBaseSeconds } = jobs;
  const parts = { queue, sets, classes: new ClassRepository(games), publisher, reader, maxAttempts, retryBaseSeconds };

  const loop = new JobLoop<Lesson>({
    claim: async () => {
      const lesson = await queue.claim('pending_processing');
      // Only when no lesson waits: publish what another process approved and left behind.
      if (!lesson) await publisher.finishApproved();
      return lesson;
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
      loop.start();
      log.info('worker started', { owner, engine: config.openai ? 'openai' : 'rules' });
    },
    stop: async () => {
      await loop.stop();
      await disposers.dispose((name, error) => log.error('could not release', { name, error }));
    },
  };
}
