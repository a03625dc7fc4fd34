import { randomUUID } from 'node:crypto';
import { type Exchange, type ScriptEntry, type StandIn, startStandIn } from './stand-in.ts';

/** A word, and when it was said. */
interface TimedWord {
  text: string;
  start: number;
  end: number;
}

/** How a job will end: what was said, or what went wrong with it. */
export type JobResult =
  | {
      utterances: { speaker: string; text: string; start: number; end: number; words?: TimedWord[] }[];
      /** Told apart where the speakers could not be. */
      words?: TimedWord[];
      audioSeconds: number;
    }
  | { words: TimedWord[]; audioSeconds: number }
  | { error: string };

export interface TranscriptionJob {
  id: string;
  audio_url: string;
  params: Record<string, unknown>;
  polls: number;
  created: string;
  result: JobResult;
}

export interface AssemblyaiState {
  apiKey: string;
  /** Uploads by their address, with the bytes that arrived. */
  uploads: Record<string, number>;
  /** Every accepted submission is paid for. */
  paidJobs: number;
  jobs: TranscriptionJob[];
  /** Polls that a job answers with queued and then processing before it is done. */
  queuedPolls: number;
  processingPolls: number;
  /** The results of the jobs to come; the last one is used again and again. */
  results: JobResult[];
  negativeBalance: boolean;
}

export interface AssemblyaiOptions {
  port?: number;
  script?: ScriptEntry[];
  state?: Partial<AssemblyaiState>;
}

const defaultResult: JobResult = {
  audioSeconds: 12,
  utterances: [
    { speaker: 'A', text: 'Good morning. Shall we start?', start: 250, end: 2100 },
    { speaker: 'B', text: 'Yes, I am ready.', start: 2600, end: 4000 },
  ],
};

/** Stands in for AssemblyAI: uploads, jobs that are paid on submission, polling, and the list of jobs. */
export async function startAssemblyai(options: AssemblyaiOptions = {}): Promise<StandIn<AssemblyaiState>> {
  const state: AssemblyaiState = {
    apiKey: 'aai-key',
    uploads: {},
    paidJobs: 0,
    jobs: [],
    queuedPolls: 1,
    processingPolls: 1,
    results: [defaultResult],
    negativeBalance: false,
    ...options.state,
  };
  return startStandIn({
    port: options.port,
    state,
    script: options.script ?? [],
    operationOf,
    handle: async (operation, exchange) => {
      if (exchange.request.headers.authorization !== state.apiKey) {
        exchange.request.resume();
        return exchange.json(401, { error: 'Authentication error, API token missing/invalid' });
      }
      if (operation === 'upload') return takeUpload(state, exchange);
      if (operation === 'submit') return takeJob(state, exchange);
      if (operation === 'list') return listJobs(state, exchange);
      if (operation === 'poll') return showJob(state, exchange);
      return exchange.json(404, { error: 'Not found' });
    },
  });
}

function operationOf(method: string, url: URL): string {
  if (url.pathname === '/v2/upload') return 'upload';
  if (url.pathname === '/v2/transcript') return method === 'POST' ? 'submit' : 'list';
  return url.pathname.startsWith('/v2/transcript/') ? 'poll' : 'unknown';
}

async function takeUpload(state: AssemblyaiState, exchange: Exchange): Promise<void> {
  let bytes = 0;
  for await (const chunk of exchange.request) bytes += (chunk as Buffer).length;
  const address = `https://cdn.assemblyai.com/upload/${randomUUID()}`;
  state.uploads[address] = bytes;
  exchange.json(200, { upload_url: address });
}

async function takeJob(state: AssemblyaiState, exchange: Exchange): Promise<void> {
  const params = JSON.parse(await exchange.readText()) as Record<string, unknown>;
  exchange.seen.body = params;
  const refuse = (error: string, status = 400): void => exchange.json(status, { error });
  if (state.negativeBalance) {
    return refuse('Your current account balance is negative. Please top up to continue using the API.');
  }
  if ('speech_model' in params) return refuse("speech_model is deprecated. Use 'speech_models' instead");
  if (params.language_detection && params.language_code)
    return refuse('language_code and language_detection exclude each other');
  const audioUrl = String(params.audio_url ?? '');
  if (!URL.canParse(audioUrl)) return refuse('Invalid endpoint schema, please refer to documentation for examples.');
  if (audioUrl.startsWith('https://cdn.assemblyai.com/') && state.uploads[audioUrl] === undefined) {
    return refuse('Cannot access uploaded file', 403);
  }
  const result = (state.results.length > 1 ? state.results.shift() : state.results[0]) ?? defaultResult;
  const created = new Date().toISOString().slice(0, -1);
  const job: TranscriptionJob = { id: randomUUID(), audio_url: audioUrl, params, polls: 0, created, result };
  state.jobs.push(job);
  state.paidJobs += 1;
  exchange.json(200, describe(job, 'queued'));
}

async function listJobs(state: AssemblyaiState, exchange: Exchange): Promise<void> {
  const limit = Number(exchange.url.searchParams.get('limit') ?? 10);
  if (limit > 200) return exchange.json(400, { error: 'limit must be at most 200' });
  const before = exchange.url.searchParams.get('before_id');
  const newestFirst = [...state.jobs].reverse();
  const start = before === null ? 0 : newestFirst.findIndex(({ id }) => id === before) + 1;
  const items = newestFirst.slice(start, start + limit);
  const base = `http://${exchange.request.headers.host}`;
  const older =
    newestFirst.length > start + limit ? `${base}/v2/transcript?limit=${limit}&before_id=${items.at(-1)?.id}` : null;
  exchange.json(200, {
    page_details: {
      limit,
      result_count: items.length,
      current_url: `${base}${exchange.seen.url}`,
      prev_url: older,
      next_url: null,
    },
    transcripts: items.map((job) => ({
      id: job.id,
      resource_url: `${base}/v2/transcript/${job.id}`,
      status: statusOf(state, job),
      created: job.created,
      completed: statusOf(state, job) === 'completed' ? job.created : null,
      audio_url: job.audio_url,
      error: 'error' in job.result && statusOf(state, job) === 'error' ? job.result.error : null,
    })),
  });
}

async function showJob(state: AssemblyaiState, exchange: Exchange): Promise<void> {
  const job = state.jobs.find(({ id }) => exchange.url.pathname === `/v2/transcript/${id}`);
  if (!job) return exchange.json(400, { error: 'Transcript lookup error, transcript id not found' });
  job.polls += 1;
  exchange.json(200, describe(job, statusOf(state, job)));
}

function statusOf(state: AssemblyaiState, job: TranscriptionJob): string {
  if (job.polls <= state.queuedPolls) return 'queued';
  if (job.polls <= state.queuedPolls + state.processingPolls) return 'processing';
  return 'error' in job.result ? 'error' : 'completed';
}

function describe(job: TranscriptionJob, status: string): Record<string, unknown> {
  const done = status === 'completed' && !('error' in job.result) ? job.result : null;
  const utterances = done && 'utterances' in done ? done.utterances : null;
  const words = (done && 'words' in done ? done.words : utterances) ?? [];
  const models = Array.isArray(job.params.speech_models) ? job.params.speech_models : ['universal-2'];
  return {
    id: job.id,
    status,
    audio_url: job.audio_url,
    audio_duration: done?.audioSeconds ?? null,
    language_code: 'en_us',
    language_confidence: null,
    confidence: done ? 0.94 : null,
    text: done ? words.map(({ text }) => text).join(' ') : null,
    words: done ? words.map((word) => ({ confidence: 0.99, speaker: null, channel: null, ...word })) : null,
    utterances:
      utterances && job.params.speaker_labels === true
        ? utterances.map((utterance) => ({ confidence: 0.94, words: [], ...utterance }))
        : null,
    language_confidence_threshold: null,
    // Fields of the description that mean nothing any more.
    acoustic_model: 'assemblyai_default',
    language_model: 'assemblyai_default',
    speech_model: null,
    auto_highlights: false,
    redact_pii: false,
    summarization: false,
    speech_models: models,
    speech_model_used: done ? models[0] : undefined,
    speaker_labels: job.params.speaker_labels === true,
    punctuate: true,
    format_text: true,
    throttled: null,
    webhook_url: null,
    webhook_status_code: null,
    webhook_auth: false,
    // The description knows no null here, though live answers are said to have it: our client takes both.
    error: status === 'error' && 'error' in job.result ? job.result.error : undefined,
  };
}
