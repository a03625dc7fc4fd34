import { wait } from '../lifecycle/index.ts';
import type { Looks } from './next-look.ts';

/** The parts of a loop. It knows no storage and no policy: all that is in here. */
export interface JobLoopParts<Job> {
  /** Takes one piece of work for us alone, or finds none. */
  claim: (signal: AbortSignal) => Promise<Job | undefined>;
  /** Does the work and records the outcome. The signal is aborted when the drain time is over: hand the work back. */
  handle: (job: Job, signal: AbortSignal) => Promise<void>;
  /** Hears of a claim or a handler that threw. The loop goes on. */
  onError: (error: unknown, job: Job | undefined) => void;
  /** Milliseconds to wait when there was nothing to do, or when doing it failed. */
  idleDelay: (looks: Looks) => number;
  /** Milliseconds that running work gets to finish after stop(). */
  drainMs: number;
}

/**
 * The one poll loop of fetcher and worker: claim, handle, and wait only when there is nothing to claim.
 * start() and stop() are idempotent; nothing is re-armed after stop().
 */
export class JobLoop<Job> {
  private readonly stopped = new AbortController();
  private readonly drained = new AbortController();
  private wakeUp = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: JobLoopParts<Job>) {}

  /** Begins to work; a second call changes nothing. */
  start(): void {
    this.running ??= this.run();
  }

  /** Ends a wait early: work has arrived. */
  wake(): void {
    this.wakeUp.abort();
  }

  /** Claims no more, gives running work its drain time, then aborts it and waits for it to hand back. */
  async stop(): Promise<void> {
    this.stopped.abort();
    this.wakeUp.abort();
    if (!this.running) return;
    const timer = setTimeout(() => this.drained.abort(), this.parts.drainMs);
    await this.running;
    clearTimeout(timer);
  }

  private async run(): Promise<void> {
    let looks: Looks = { idle: 0, failures: 0 };
    while (!this.stopped.signal.aborted) {
      const outcome = await this.step();
      looks = {
        idle: outcome === 'idle' ? looks.idle + 1 : 0,
        failures: outcome === 'failed' ? looks.failures + 1 : 0,
      };
      if (outcome !== 'worked') await this.pause(this.parts.idleDelay(looks));
    }
  }

  private async step(): Promise<'worked' | 'idle' | 'failed'> {
    let job: Job | undefined;
    try {
      job = await this.parts.claim(this.stopped.signal);
      if (job === undefined) return 'idle';
      await this.parts.handle(job, this.drained.signal);
      return 'worked';
    } catch (error) {
      this.parts.onError(error, job);
      return 'failed';
    }
  }

  private async pause(ms: number): Promise<void> {
    if (this.stopped.signal.aborted) return;
    await wait(ms, this.wakeUp.signal);
    this.wakeUp = new AbortController();
    if (this.stopped.signal.aborted) this.wakeUp.abort();
  }
}
