import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { requireLessonsDatabase, type Settings } from '@tulkka/shared/config';
import { connect } from '@tulkka/shared/database';
import { startHealthServer } from '@tulkka/shared/health';
import { connectSupabase, LessonCounts, LessonQueue, LessonStore } from '@tulkka/shared/lessons';
import { Disposers, type ManagedProcess } from '@tulkka/shared/lifecycle';
import { createLogger } from '@tulkka/shared/logging';
import { createMetrics, createPipelineMetrics, watchQueue } from '@tulkka/shared/metrics';
import { ClassRepository, FetchRequestRepository } from '@tulkka/shared/repositories';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import { ClassDirectory } from './class-directory.ts';
import { createZoom } from './create-zoom.ts';
import { createLoops } from './loops.ts';
import { InboxSource } from './sources/inbox.ts';
import { AssemblyaiTranscriber } from './transcription/assemblyai.ts';
import type { Transcriber } from './transcription/transcriber.ts';

/** A transcript larger than this is a wrong file. */
const maxTranscriptBytes = 4 * 1024 * 1024;
/** Between two counts of the queue for the metrics. */
const countEveryMs = 15_000;

/** The fetcher: brings recordings in, and each to its transcript. */
export async function createFetcher(settings: Settings): Promise<ManagedProcess> {
  const { config, secrets } = settings;
  const { jobs } = config;
  const { url, key } = requireLessonsDatabase(settings, 'fetcher');
  const disposers = new Disposers();
  const log = createLogger(config, secrets, 'fetcher');
  const { registry, watchDatabase } = createMetrics('fetcher');
  const metrics = createPipelineMetrics(registry);
  const games = disposers.add('games database', connect(config.games, secrets.mysqlPassword), (db) => db.destroy());
  watchDatabase(games);
  const supabase = connectSupabase(url, key);
  const owner = `fetcher-${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const queue = new LessonQueue(supabase, { owner, leaseSeconds: jobs.leaseSeconds, maxAttempts: jobs.maxAttempts });
  const lessons = new LessonStore(supabase);
  const inbox = new InboxSource({
    inboxDir: config.inboxDir,
    audioDir: join(config.dataDir, 'audio'),
    maxTranscriptBytes,
    lessons,
    classes: new ClassDirectory(games),
    log,
  });
  const onCall = metrics.observeVendorCall;
  const zoom = createZoom(settings, { games, lessons, classes: new ClassRepository(games), log, onCall });
  const steps = {
    queue,
    metrics,
    transcriber: createTranscriber(settings, onCall),
    zoom: zoom && { client: zoom.client, files: zoom.files, graceMinutes: zoom.graceMinutes },
    patienceSeconds: jobs.fetchIntervalSeconds,
    pollSeconds: Math.min(3, jobs.pollIntervalSeconds),
    maxAttempts: jobs.maxAttempts,
    retryBaseSeconds: jobs.retryBaseSeconds,
  };
  const requests = new FetchRequestRepository(games);
  const loops = createLoops({ config, log, queue, inbox, steps, scan: zoom?.scan ?? null, requests });
  return {
    name: 'fetcher',
    log,
    start: async () => {
      await inbox.prepare();
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
      for (const loop of loops) loop.start();
      log.info('fetcher started', { owner, inbox: config.inboxDir, zoom: zoom !== null });
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await disposers.dispose((name, error) => log.error('could not release', { name, error }));
    },
  };
}

function createTranscriber({ config, secrets }: Settings, onCall: OnVendorCall): Transcriber | null {
  if (config.transcription === null || secrets.assemblyaiApiKey === null) return null;
  return new AssemblyaiTranscriber({ config: config.transcription, apiKey: secrets.assemblyaiApiKey, onCall });
}
