import { UpstreamError } from '@tulkka/shared/errors';
import type { OnVendorCall, VendorOutcome } from '@tulkka/shared/upstream';
import { FileService, TranscriptService } from 'assemblyai';
import { readRefusal } from './assemblyai-errors.ts';

export interface CallOptions {
  baseUrl: string;
  apiKey: string;
  operation: string;
  /** The whole call may take this long; null: no limit, only the signal ends it. */
  timeoutMs: number | null;
  signal?: AbortSignal | undefined;
  onCall?: OnVendorCall | undefined;
}

/**
 * fetch keeps a copy of every body in case it must send it again elsewhere: with a 2 GB upload, 2 GB of memory. A request
 * that follows no redirect and belongs to no window is the one kind that is sent without it.
 */
const withoutCopy: RequestInit = { redirect: 'error', window: null };

type Send = () => Promise<Response>;

/**
 * The SDK's services with the one thing of theirs replaced that loses the status, the headers and the caller's signal
 * (docs/adr/0003-assemblyai-client.md). One object serves one call.
 */
export class GuardedFiles extends FileService {
  constructor(private readonly options: CallOptions) {
    super(options);
  }

  protected override fetchResponse(input: string, init?: RequestInit): Promise<Response> {
    const signal = signalOf(this.options);
    return guard(() => super.fetchResponse(input, { ...init, ...withoutCopy, signal }), signal, this.options);
  }
}

export class GuardedTranscripts extends TranscriptService {
  constructor(private readonly options: CallOptions) {
    super(options, new GuardedFiles(options));
  }

  protected override fetchResponse(input: string, init?: RequestInit): Promise<Response> {
    const signal = signalOf(this.options);
    return guard(() => super.fetchResponse(input, { ...init, ...withoutCopy, signal }), signal, this.options);
  }
}

function signalOf({ timeoutMs, signal }: CallOptions): AbortSignal | null {
  const signals = [signal, timeoutMs === null ? undefined : AbortSignal.timeout(timeoutMs)];
  const given = signals.filter((one) => one !== undefined);
  return given.length === 0 ? null : AbortSignal.any(given);
}

/** Sends, and turns whatever is not a usable JSON answer into an UpstreamError before the SDK can flatten it. */
async function guard(send: Send, signal: AbortSignal | null, options: CallOptions): Promise<Response> {
  const started = Date.now();
  let outcome: VendorOutcome = 'failed';
  try {
    const response = await send();
    if (!response.ok) {
      const refusal = await readRefusal(response, options.operation);
      outcome = refusal.outcome;
      throw refusal.error;
    }
    // Read here, where the time limit still holds, and whole, so that a cut answer is a lost connection and not bad JSON.
    const text = await response.text();
    if (!isJsonObject(text))
      throw new UpstreamError(`AssemblyAI answered ${options.operation} with something else than JSON.`, {
        retryable: true,
      });
    outcome = 'ok';
    return new Response(text, { status: response.status, headers: response.headers });
  } catch (cause) {
    if (cause instanceof UpstreamError) throw cause;
    if (options.signal?.aborted) {
      outcome = 'aborted';
      throw options.signal.reason;
    }
    outcome = signal?.aborted ? 'timeout' : 'failed';
    const how = outcome === 'timeout' ? 'did not answer in time' : 'could not be reached';
    throw new UpstreamError(`AssemblyAI ${how} (${options.operation}).`, { retryable: true, cause });
  } finally {
    options.onCall?.({ vendor: 'assemblyai', operation: options.operation, outcome, ms: Date.now() - started });
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
