import { Worker } from 'node:worker_threads';
import type { Settings } from '@tulkka/shared/config';
import { AppError, ValidationError } from '@tulkka/shared/errors';
import type { PipelineMetrics } from '@tulkka/shared/metrics';
import type { Generated, GenerationRequest, ThreadAnswer, ThreadError, ThreadRequest } from './messages.ts';

interface Pending {
  resolve(generated: Generated): void;
  reject(error: Error): void;
}

/** A router in front of us gives up after 30 s (Heroku); a lesson that takes this long belongs into the queue. */
const longestMs = 25_000;

const timedOut = (): AppError =>
  new AppError(
    'upstream_failed',
    'Reading this transcript takes too long for one request: send it to POST /api/v1/lessons, which queues it.',
  );

/**
 * Makes exercises for a request, in a thread of its own: reading a lesson is work for the processor, and meanwhile the
 * process answers others. The thread starts with the first lesson; a process that makes none pays nothing.
 */
export class Generation {
  private thread: Worker | undefined;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

  constructor(
    private readonly settings: Settings,
    private readonly metrics: PipelineMetrics,
  ) {}

  /** @throws ValidationError for a transcript that cannot be used; AppError when it takes too long. */
  async generate(request: GenerationRequest): Promise<Generated> {
    this.thread ??= this.start();
    const { thread } = this;
    const id = ++this.lastId;
    const started = performance.now();
    const timer = setTimeout(() => this.end(thread, timedOut()), longestMs);
    try {
      const generated = await new Promise<Generated>((resolve, reject) => {
        this.pending.set(id, { resolve, reject });
        thread.postMessage({ id, request } satisfies ThreadRequest);
      });
      this.metrics.observeStage('generate', 'done', (performance.now() - started) / 1000);
      return generated;
    } catch (error) {
      this.metrics.observeStage('generate', 'failed', (performance.now() - started) / 1000);
      throw error;
    } finally {
      clearTimeout(timer);
      this.pending.delete(id);
    }
  }

  /** Ends the thread; what it was working on fails. */
  async close(): Promise<void> {
    if (this.thread)
      await this.end(this.thread, new AppError('dependency_unavailable', 'The process is stopping; try again.'));
  }

  private start(): Worker {
    // Run from the sources, as tests do, the thread needs what their runner brings: types taken away, packages by source.
    const fromSource = import.meta.url.endsWith('.ts');
    const entry = new URL(`./generation-thread.${fromSource ? 'ts' : 'js'}`, import.meta.url);
    const execArgv = fromSource ? ['--conditions=source', '--experimental-transform-types', '--no-warnings'] : [];
    const { config, secrets } = this.settings;
    const thread = new Worker(entry, { workerData: { config, secrets }, execArgv });
    // A thread that waits for work must not keep the process alive.
    thread.unref();
    thread.on('message', (answer: ThreadAnswer) => this.hear(answer));
    thread.on('error', (error) => this.end(thread, error));
    return thread;
  }

  private hear(answer: ThreadAnswer): void {
    if (answer.kind === 'vendor_call') this.metrics.observeVendorCall(answer.call);
    else if (answer.kind === 'generated') this.pending.get(answer.id)?.resolve(answer.generated);
    else this.pending.get(answer.id)?.reject(rebuild(answer.error));
  }

  private async end(thread: Worker, reason: unknown): Promise<void> {
    if (this.thread === thread) this.thread = undefined;
    const error = reason instanceof Error ? reason : new Error('The generation thread ended.');
    for (const { reject } of this.pending.values()) reject(error);
    await thread.terminate();
  }
}

function rebuild({ code, message, retryable = false, issues }: ThreadError): AppError {
  return issues === null ? new AppError(code, message, { retryable }) : new ValidationError(issues, message);
}
