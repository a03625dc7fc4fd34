import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Config, Secrets, Settings } from '@tulkka/shared/config';
import { connect } from '@tulkka/shared/database';
import { ValidationError } from '@tulkka/shared/errors';
import { JobLoop, keepLease } from '@tulkka/shared/jobs';
import { connectSupabase, type Lesson, LessonQueue, LessonStore } from '@tulkka/shared/lessons';
import { Disposers, type ManagedProcess } from '@tulkka/shared/lifecycle';
import { createLogger } from '@tulkka/shared/logging';
import { advanceLesson } from './advance-lesson.ts';
import { ClassDirectory } from './class-directory.ts';
import { InboxSource } from './sources/inbox.ts';
import type { InboxFile } from './sources/inbox-scan.ts';
import { AssemblyaiTranscriber } from './transcription/assemblyai.ts';
import type { Transcriber } from './transcription/transcriber.ts';

/** The inbox is a folder on this machine: looking costs nothing, and people wait for it. */
const inboxSeconds = 1;
/** A transcript larger than this is a wrong file. */
const maxTranscriptBytes = 4 * 1024 * 1024;

/** The fetcher: brings recordings in, and each to its transcript. */
export async function createFetcher({ config, secrets }: Settings): Promise<ManagedProcess> {
  const { supabaseUrl, jobs } = config;
  if (supabaseUrl === null || secrets.supabaseKey === null) {
    throw new ValidationError([
      {
        path: 'SUPABASE_URL',
        message: 'and SUPABASE_KEY are needed by the fetcher: set them, or use npm start, which runs an embedded one',
      },
    ]);
  }
  const disposers = new Disposers();
  const log = createLogger(config, secrets, 'fetcher');
  const games = disposers.add('games database', connect(config.games, secrets.mysqlPassword), (db) => db.destroy());
  const supabase = connectSupabase(supabaseUrl, secrets.supabaseKey);
  const owner = `fetcher-${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const queue = new LessonQueue(supabase, { owner, leaseSeconds: jobs.leaseSeconds, maxAttempts: jobs.maxAttempts });
  const lessons = new LessonStore(supabase);
  const classes = new ClassDirectory(games);
  const audioDir = join(config.dataDir, 'audio');
  const inbox = new InboxSource({ inboxDir: config.inboxDir, audioDir, maxTranscriptBytes, lessons, classes, log });
  const steps = {
    queue,
    transcriber: createTranscriber(config, secrets),
    patienceSeconds: jobs.fetchIntervalSeconds,
    pollSeconds: Math.min(3, jobs.pollIntervalSeconds),
    maxAttempts: jobs.maxAttempts,
    retryBaseSeconds: jobs.retryBaseSeconds,
  };

  const inboxLoop = new JobLoop<InboxFile>({
    claim: () => inbox.next(),
    handle: (file) => inbox.take(file),
    onError: (error, file) => log.error('the inbox could not be read on', { error, file: file?.name }),
    idleDelay: (failures) => Math.min(inboxSeconds, jobs.fetchIntervalSeconds) * 1000 * Math.min(30, 1 + failures * 2),
    drainMs: jobs.drainSeconds * 1000,
  });
  const transcriptLoop = new JobLoop<Lesson>({
    claim: () => queue.claim('pending_transcript'),
    handle: (lesson, signal) => {
      const lessonLog = log.child({ lesson_id: lesson.id, job_id: `${lesson.id}:${lesson.attempt_count}` });
      const work = (stop: AbortSignal) => advanceLesson(steps, lesson, lessonLog, stop);
      return keepLease(() => queue.renew(lesson), jobs.leaseSeconds, signal, work);
    },
    onError: (error, lesson) => log.error('the fetcher could not go on', { error, lesson_id: lesson?.id }),
    idleDelay: () => jobs.fetchIntervalSeconds * 1000 * (0.9 + Math.random() / 5),
    drainMs: jobs.drainSeconds * 1000,
  });
  return {
    name: 'fetcher',
    log,
    start: async () => {
      await inbox.prepare();
      inboxLoop.start();
      transcriptLoop.start();
      log.info('fetcher started', { owner, inbox: config.inboxDir, zoom: config.zoom !== null });
    },
    stop: async () => {
      await Promise.all([inboxLoop.stop(), transcriptLoop.stop()]);
      await disposers.dispose((name, error) => log.error('could not release', { name, error }));
    },
  };
}

function createTranscriber(config: Config, secrets: Secrets): Transcriber | null {
  if (config.transcription === null || secrets.assemblyaiApiKey === null) return null;
  return new AssemblyaiTranscriber({ config: config.transcription, apiKey: secrets.assemblyaiApiKey });
}
