import { explainFailure } from '../database/explain-failure.ts';
import { AppError } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';

/** What a composition root hands over: a process that is ready to start. */
export interface ManagedProcess {
  name: string;
  log: Logger & { close(): Promise<void> };
  /** Begins the work; resolves when the process is serving. */
  start(): Promise<void>;
  /** Takes no new work, finishes or hands back what is under way within the deadline, releases everything. Idempotent. */
  stop(): Promise<void>;
}

/** After SIGTERM a platform waits 30 s (Heroku) before it kills; we are gone by then, with or without a clean end. */
const hardDeadlineMs = 25_000;

/** A second Ctrl-C counts as impatience only after this long: terminals and npm deliver one several times. */
const impatienceMs = 1000;

/**
 * Runs a process from start to its stop signal: the one place that listens to signals and ends processes.
 * The first SIGTERM or SIGINT stops it politely, and so does the word `stop` from a parent or the parent's end. A
 * platform may repeat SIGTERM (Heroku does), which changes nothing; a person's second Ctrl-C or the deadline ends the
 * process at once with code 1. A start that fails says why and sets a non-zero exit code.
 */
export async function runProcess(create: () => Promise<ManagedProcess>): Promise<void> {
  let running: ManagedProcess | null = null;
  let stopping: { since: number; done: Promise<void> } | null = null;
  const stop = (why: string): void => {
    if (stopping) return;
    running?.log.info('stopping', { why });
    setTimeout(() => {
      running?.log.error('could not stop in time, ending now', { deadline_ms: hardDeadlineMs });
      process.exit(1);
    }, hardDeadlineMs).unref();
    stopping = { since: Date.now(), done: finish(running) };
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => {
    if (stopping && Date.now() - stopping.since > impatienceMs) process.exit(1);
    stop('SIGINT');
  });
  // On Windows no signal reaches a child, and a parent may die without sending one: a closed channel means the same.
  process.on('message', (message) => message === 'stop' && stop('asked by the parent'));
  process.on('disconnect', () => stop('the parent ended'));
  try {
    running = await create();
    if (!stopping) await running.start();
    else await finish(running);
  } catch (error) {
    process.exitCode = 1;
    reportFailedStart(running, explainFailure(error));
    // Whoever asks for the end now finds it under way: the log is closed when it is over.
    stopping ??= { since: Date.now(), done: finish(running) };
    await stopping.done;
  }
}

async function finish(running: ManagedProcess | null): Promise<void> {
  await running?.stop();
  running?.log.info('stopped');
  await running?.log.close();
  if (process.connected) process.disconnect();
}

function reportFailedStart(running: ManagedProcess | null, error: unknown): void {
  const message =
    error instanceof AppError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (running && !(error instanceof AppError)) running.log.error('could not start', { error });
  else process.stderr.write(`${message}\n`);
}
