import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { VendorCall } from '../upstream/index.ts';

/** What the pipeline tells Prometheus: queue, stages, vendors and what they cost. */
export interface PipelineMetrics {
  /** Lessons in each state, and the age of the oldest that waits for work, in seconds. */
  setQueue(depths: Readonly<Record<string, number>>, oldestSeconds: Readonly<Record<string, number>>): void;
  /** One finished piece of work: `fetch` or `generate`. */
  observeStage(stage: string, outcome: 'done' | 'waiting' | 'failed', seconds: number): void;
  observeVendorCall(call: VendorCall): void;
  addTokens(direction: 'input' | 'output', count: number): void;
  addAudioSeconds(seconds: number): void;
  /** A try to take a lesson from the queue: `won`, or `lost` to another process. */
  countClaim(outcome: 'won' | 'lost'): void;
  /** A call to the webhook: `accepted`, or why it was not believed. */
  countWebhook(outcome: string): void;
}

/** From a database call to an hour of audio. */
const stageBuckets = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** Registers the pipeline's metrics with a process's registry. */
export function createPipelineMetrics(registry: Registry): PipelineMetrics {
  const registers = [registry];
  const depth = new Gauge({
    name: 'lessons_in_state',
    help: 'Lessons in each state',
    labelNames: ['status'] as const,
    registers,
  });
  const age = new Gauge({
    name: 'lessons_oldest_age_seconds',
    help: 'Age of the oldest lesson in each state that has work to do',
    labelNames: ['status'] as const,
    registers,
  });
  const stages = new Histogram({
    name: 'lesson_stage_duration_seconds',
    help: 'Time of one piece of work on a lesson, by stage and outcome',
    labelNames: ['stage', 'outcome'] as const,
    buckets: stageBuckets,
    registers,
  });
  const vendors = new Histogram({
    name: 'vendor_call_duration_seconds',
    help: 'Time of a call to a vendor, by vendor, operation and outcome',
    labelNames: ['vendor', 'operation', 'outcome'] as const,
    buckets: stageBuckets,
    registers,
  });
  const tokens = new Counter({
    name: 'model_tokens_total',
    help: 'Tokens read and written by the model',
    labelNames: ['direction'] as const,
    registers,
  });
  const audio = new Counter({
    name: 'transcribed_audio_seconds_total',
    help: 'Seconds of audio that were transcribed and paid for',
    registers,
  });
  const claims = new Counter({
    name: 'lesson_claims_total',
    help: 'Tries to take a lesson from the queue, by outcome',
    labelNames: ['outcome'] as const,
    registers,
  });
  const webhooks = new Counter({
    name: 'webhook_calls_total',
    help: 'Calls to the Zoom webhook, by outcome',
    labelNames: ['outcome'] as const,
    registers,
  });
  return {
    setQueue: (depths, oldestSeconds) => {
      for (const [status, count] of Object.entries(depths)) depth.set({ status }, count);
      for (const [status, seconds] of Object.entries(oldestSeconds)) age.set({ status }, seconds);
    },
    observeStage: (stage, outcome, seconds) => stages.observe({ stage, outcome }, seconds),
    observeVendorCall: ({ vendor, operation, outcome, ms }) =>
      vendors.observe({ vendor, operation, outcome }, ms / 1000),
    addTokens: (direction, count) => tokens.inc({ direction }, count),
    addAudioSeconds: (seconds) => audio.inc(seconds),
    countClaim: (outcome) => claims.inc({ outcome }),
    countWebhook: (outcome) => webhooks.inc({ outcome }),
  };
}
