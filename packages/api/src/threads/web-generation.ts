import {
  type ComposedItem,
  type CompositionRequest,
  type Generated,
  Generation,
  type GenerationRequest,
} from '@tulkka/processor';
import type { Settings } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import type { PipelineMetrics } from '@tulkka/shared/metrics';

const limits = {
  /** A router in front of us gives up after 30 s (Heroku); a lesson that takes this long belongs into the queue. */
  longestMs: 25_000,
  /** More than the longest lesson takes, and little enough for a small machine to go on. */
  memoryMb: 512,
  refusal: (reason: 'time' | 'memory'): AppError =>
    new AppError(
      'upstream_failed',
      `Reading this transcript takes too ${reason === 'time' ? 'long' : 'much memory'} for one request: send it to POST /api/v1/lessons, which queues it.`,
    ),
};

/** Makes exercises for requests, and measures how long that takes. */
export class WebGeneration {
  private readonly generation: Generation;

  constructor(
    settings: Settings,
    private readonly metrics: PipelineMetrics,
  ) {
    this.generation = new Generation(settings, { ...limits, name: 'web', onVendorCall: metrics.observeVendorCall });
  }

  /** @throws ValidationError for a transcript that cannot be used; AppError when it takes too much */
  async generate(request: GenerationRequest): Promise<Generated> {
    const started = performance.now();
    const observe = (outcome: 'done' | 'failed'): void =>
      this.metrics.observeStage('generate', outcome, (performance.now() - started) / 1000);
    try {
      const generated = await this.generation.generate(request);
      observe('done');
      return generated;
    } catch (error) {
      observe('failed');
      throw error;
    }
  }

  /** One item of a lesson. @throws ValidationError that says at the wish's field why there can be none */
  compose(request: CompositionRequest): Promise<ComposedItem> {
    return this.generation.compose(request);
  }

  close(): Promise<void> {
    return this.generation.close();
  }
}
