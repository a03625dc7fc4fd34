import cluster, { type Worker } from 'node:cluster';
import type { Settings } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import { type ManagedProcess, wait } from '@tulkka/shared/lifecycle';
import { createLogger, type Logger } from '@tulkka/shared/logging';
import { answerMetricsQuestions } from './cluster-metrics.ts';

/** A worker that dies at once each time is not started faster than this. */
const restartPauseMs = 1000;

/** The parent of WEB_CONCURRENCY web processes behind one port: it starts them, replaces those that die, and stops them. */
export async function createWebCluster({ config, secrets }: Settings): Promise<ManagedProcess> {
  const log = createLogger(config, secrets, 'web');
  const workers = new Set<Worker>();
  const stopped = new AbortController();
  let stopping: Promise<void> | null = null;

  const fork = (): Worker => {
    const worker = cluster.fork();
    workers.add(worker);
    worker.once('exit', (code, signal) => {
      workers.delete(worker);
      if (!stopped.signal.aborted) void replace(worker, log, { code, signal });
    });
    return worker;
  };
  const replace = async (worker: Worker, to: Logger, end: object): Promise<void> => {
    to.warn('a web worker ended; another takes its place', { worker: worker.id, ...end });
    await wait(restartPauseMs, stopped.signal);
    if (!stopped.signal.aborted) fork();
  };

  return {
    name: 'web',
    log,
    start: async () => {
      answerMetricsQuestions();
      await Promise.all(Array.from({ length: config.webConcurrency }, () => listening(fork())));
      log.info('listening', { workers: workers.size });
    },
    stop: () => {
      stopped.abort();
      stopping ??= Promise.all([...workers].map(end)).then(() => undefined);
      return stopping;
    },
  };
}

/** Resolves when a worker serves; rejects when it ends instead. The worker itself says why. */
function listening(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('listening', () => resolve());
    worker.once('exit', () => reject(new AppError('internal_error', 'A web worker could not start.')));
  });
}

/** Asks a worker to finish its requests and end; a hung one is killed with us by the process's own deadline. */
function end(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    if (worker.isConnected()) worker.send('stop');
    else worker.process.kill('SIGTERM');
  });
}
