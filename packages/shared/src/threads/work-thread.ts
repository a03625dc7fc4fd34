import { Worker } from 'node:worker_threads';
import { AppError, DependencyUnavailableError, ValidationError } from '../errors/index.ts';
import type { ThreadAnswer, ThreadError, ThreadOrder } from './messages.ts';

/** What a thread may take, and where its work stands. */
export interface ThreadOptions<News> {
  /** The module that calls serveThread. */
  entry: URL;
  /** What the thread is started with, as `workerData`. */
  data?: unknown;
  /** A piece of work that takes longer ends its thread. */
  longestMs: number;
  /** A piece of work that takes more memory ends its thread. */
  memoryMb: number;
  /** What is said of work that takes too long, or too much memory. */
  refusal: (reason: 'time' | 'memory') => AppError;
  onNews?: (news: News) => void;
}

interface Pending<Result> {
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** Work that was told to stop gets this long to put things away. */
const graceMs = 1000;

/**
 * Work in a thread of its own: this one goes on answering meanwhile, and can end what does not end by itself. The thread
 * starts with the first piece of work; a process that has none pays nothing.
 */
export class WorkThread<Request, Result, News = never> {
  private thread: Worker | undefined;
  private readonly pending = new Map<number, Pending<Result>>();
  private lastId = 0;

  constructor(private readonly options: ThreadOptions<News>) {}

  /**
   * Does one piece of work. @param signal tells it to stop; work that does not hear loses its thread
   * @throws what the work throws, or the refusal when it takes too much
   */
  async run(request: Request, signal?: AbortSignal): Promise<Result> {
    this.thread ??= this.start();
    const { thread } = this;
    const id = ++this.lastId;
    const { longestMs, refusal } = this.options;
    const timers = [setTimeout(() => void this.end(thread, refusal('time'), id), longestMs)];
    const stop = (): void => {
      send(thread, { kind: 'stop', id });
      timers.push(setTimeout(() => void this.end(thread, new StoppedError(), id), graceMs));
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await new Promise<Result>((resolve, reject) => {
        this.pending.set(id, { resolve, reject });
        send(thread, { kind: 'do', id, request });
        if (signal?.aborted) stop();
      });
    } finally {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      this.pending.delete(id);
    }
  }

  /** Ends the thread; what it was working on fails. */
  async close(): Promise<void> {
    if (this.thread) await this.end(this.thread, new StoppedError());
  }

  private start(): Worker {
    const { entry, data, memoryMb } = this.options;
    // Run from the sources, as tests do, the thread needs what their runner brings: types taken away, packages by source.
    const fromSource = entry.pathname.endsWith('.ts');
    const execArgv = fromSource ? ['--conditions=source', '--experimental-transform-types', '--no-warnings'] : [];
    const thread = new Worker(entry, {
      workerData: data,
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    // A thread that waits for work must not keep the process alive.
    thread.unref();
    thread.on('message', (answer: ThreadAnswer<Result, News>) => this.hear(answer));
    thread.on('error', (error: NodeJS.ErrnoException) => void this.end(thread, this.reasonOf(error)));
    thread.on('exit', () => void this.end(thread, new StoppedError()));
    return thread;
  }

  private hear(answer: ThreadAnswer<Result, News>): void {
    if (answer.kind === 'news') this.options.onNews?.(answer.news);
    else if (answer.kind === 'done') this.pending.get(answer.id)?.resolve(answer.result);
    else this.pending.get(answer.id)?.reject(rebuild(answer.error));
  }

  private reasonOf(error: NodeJS.ErrnoException): Error {
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.options.refusal('memory') : error;
  }

  /** @param guilty the piece of work that the reason is about; without it all of them */
  private async end(thread: Worker, reason: Error, guilty?: number): Promise<void> {
    if (this.thread !== thread) return;
    this.thread = undefined;
    for (const [id, { reject }] of this.pending)
      reject(guilty === undefined || guilty === id ? reason : new StoppedError());
    await thread.terminate();
  }
}

/** The work is not at fault: it was told to stop, or shared its thread with what was ended. */
class StoppedError extends DependencyUnavailableError {
  constructor() {
    super('The work was ended before it was done; try again.');
  }
}

const send = <Request>(thread: Worker, order: ThreadOrder<Request>): void => thread.postMessage(order);

function rebuild({ code, message, issues, ...options }: ThreadError): AppError {
  return issues === null ? new AppError(code, message, options) : new ValidationError(issues, message);
}
