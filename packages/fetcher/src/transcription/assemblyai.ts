import { Readable } from 'node:stream';
import type { TranscriptionConfig } from '@tulkka/shared/config';
import { UpstreamError } from '@tulkka/shared/errors';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import type { TranscriptParams } from 'assemblyai';
import type { z } from 'zod';
import { Job, JobList, toTranscript } from './assemblyai-answers.ts';
import { mayWorkNextTime } from './assemblyai-errors.ts';
import { type CallOptions, GuardedFiles, GuardedTranscripts } from './assemblyai-services.ts';
import type { Sound } from './sound.ts';
import type { JobState, PaidTranscriber } from './transcriber.ts';

export interface AssemblyaiParts {
  config: TranscriptionConfig;
  apiKey: string;
  onCall?: OnVendorCall;
}

const questionMs = 30_000;
/** An upload is ended when it is slower than this, with a minute's grace: 2 GB may take more than an hour. */
const slowestBytesPerSecond = 256 * 1024;
const newestJobs = 200;

/** Transcribes through AssemblyAI. */
export class AssemblyaiTranscriber implements PaidTranscriber {
  constructor(private readonly parts: AssemblyaiParts) {}

  async upload({ size, open }: Sound, signal?: AbortSignal): Promise<string> {
    const timeoutMs = 60_000 + Math.ceil((size / slowestBytesPerSecond) * 1000);
    const file = await open();
    try {
      return await new GuardedFiles(this.options('upload', timeoutMs, signal)).upload(Readable.toWeb(file));
    } finally {
      file.destroy();
    }
  }

  async submit(uploadUrl: string, signal?: AbortSignal): Promise<string> {
    const earlier = await this.findJob(uploadUrl, signal);
    if (earlier !== undefined) return earlier;
    const { speechModels, languageDetection } = this.parts.config;
    const params = {
      audio_url: uploadUrl,
      speaker_labels: true,
      // The SDK's own type still knows only models that are gone.
      speech_models: [...speechModels] as TranscriptParams['speech_models'],
      ...(languageDetection ? { language_detection: true } : {}),
    };
    return read(Job, await new GuardedTranscripts(this.options('submit', questionMs, signal)).submit(params)).id;
  }

  async poll(jobId: string, signal?: AbortSignal): Promise<JobState> {
    const answer = await new GuardedTranscripts(this.options('poll', questionMs, signal)).get(
      encodeURIComponent(jobId),
    );
    const job = read(Job, answer);
    if (job.status === 'error') {
      const reason = job.error ?? 'AssemblyAI gave no reason.';
      return { state: 'failed', reason, retryable: mayWorkNextTime(reason) };
    }
    if (job.status !== 'completed') return { state: 'running' };
    return {
      state: 'done',
      transcript: toTranscript(job),
      audioSeconds: job.audio_duration,
      model: job.speech_model_used,
    };
  }

  /**
   * A submission has no idempotency key, but every upload has an address of its own: a job that was accepted while its
   * answer was lost stands in the list with that address. A failed one cost nothing and does not count.
   */
  private async findJob(uploadUrl: string, signal: AbortSignal | undefined): Promise<string | undefined> {
    const services = new GuardedTranscripts(this.options('list', questionMs, signal));
    const { transcripts } = read(JobList, await services.list({ limit: newestJobs }));
    return transcripts.find(({ audio_url, status }) => audio_url === uploadUrl && status !== 'error')?.id;
  }

  private options(operation: string, timeoutMs: number, signal: AbortSignal | undefined): CallOptions {
    const { config, apiKey, onCall } = this.parts;
    return { baseUrl: config.baseUrl, apiKey, operation, timeoutMs, signal, onCall };
  }
}

function read<T>(schema: z.ZodType<T>, answer: unknown): T {
  const found = schema.safeParse(answer);
  if (found.success) return found.data;
  throw new UpstreamError('AssemblyAI answered in a form we cannot read.', { retryable: true, cause: found.error });
}
