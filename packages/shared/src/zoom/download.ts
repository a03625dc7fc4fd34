import got, { type Request as GotStream } from 'got';
import { AppError, UpstreamError } from '../errors/index.ts';
import { wait } from '../lifecycle/index.ts';
import type { OnVendorCall, VendorOutcome } from '../upstream/index.ts';
import { requireSafeRedirect, requireZoomAddress, trustedOrigins } from './download-address.ts';
import { contentProblem, type DownloadHead, readHead } from './download-head.ts';
import { diskFault, PartFile, tooLarge } from './part-file.ts';
import type { ZoomApi } from './zoom-api.ts';

export interface DownloadRequest {
  url: string;
  /** Where the whole file will stand; beside it grows `<path>.part`, which a later attempt goes on with. */
  path: string;
  kind: 'transcript' | 'media';
  maxBytes: number;
  /** The size that the listing gave, if any: a part of another size's file is not gone on with. */
  expectedBytes?: number | null;
  /** The token of a webhook; when it is refused or too old, the ordinary one is used. */
  downloadToken?: string | null;
  signal?: AbortSignal;
  /** Hears how many bytes are there, for a progress display. */
  onProgress?: (bytes: number, total: number | null) => void;
}

export interface DownloadResult {
  bytes: number;
}

export interface DownloadParts {
  apiBaseUrl: string;
  getAccessToken: (rejected?: string) => Promise<string>;
  limits: Pick<ZoomApi, 'limits' | 'holdBack'>;
  onCall?: OnVendorCall | undefined;
}

/** No limit on the whole: a 2 GB file may take its time, but not stand still. */
const timeouts = {
  lookup: 5_000,
  connect: 10_000,
  secureConnect: 10_000,
  send: 10_000,
  response: 60_000,
  socket: 60_000,
};
/** Cuts in a row that brought next to nothing; a large file on a bad line may be cut more often, as long as it grows. */
const mostStalls = 6;
const progressBytes = 256 * 1024;
const pauseMs = 200;

/** Brings recordings to disk: streamed, resumed after a cut, and only when they are what they should be. */
export class RecordingDownloads {
  private readonly trusted: string[];

  constructor(private readonly parts: DownloadParts) {
    this.trusted = trustedOrigins(parts.apiBaseUrl);
  }

  async download(request: DownloadRequest): Promise<DownloadResult> {
    try {
      return await this.bring(request);
    } catch (error) {
      throw diskFault(error) ?? error;
    }
  }

  private async bring(request: DownloadRequest): Promise<DownloadResult> {
    const url = requireZoomAddress(request.url, this.trusted);
    const file = new PartFile(request.path);
    if (!request.expectedBytes) await file.discard();
    const tokens = new DownloadTokens(this.parts.getAccessToken, request.downloadToken ?? null);
    let total = request.expectedBytes ?? null;
    let lastCut: unknown;
    for (let stalls = 0; stalls < mostStalls; stalls += 1) {
      request.signal?.throwIfAborted();
      await wait(pauseMs * stalls, request.signal);
      await this.parts.limits.holdBack({ limit: 'download', operation: 'download', ...request });
      const before = await file.size();
      const tried = await this.attempt(url, request, file, total, await tokens.current());
      if (tried.kind === 'done') {
        await this.inspect(request, file);
        return { bytes: tried.bytes };
      }
      if (tried.kind === 'refused' && !tokens.replace()) throw tried.error;
      if (tried.kind === 'cut') {
        lastCut = tried.cause;
        total = tried.total ?? total;
        if ((await file.size()) - before >= progressBytes) stalls = 0;
      }
    }
    request.signal?.throwIfAborted();
    throw new UpstreamError('A recording’s download was cut again and again.', { retryable: true, cause: lastCut });
  }

  private async attempt(
    url: URL,
    request: DownloadRequest,
    file: PartFile,
    total: number | null,
    token: string,
  ): Promise<Tried> {
    const started = Date.now();
    let outcome: VendorOutcome = 'failed';
    const size = await file.size();
    const stream = this.open(url, token, size, request.signal);
    try {
      const head = await readHead(stream, size, total);
      outcome = head.outcome;
      return await this.take(stream, head, request, file);
    } catch (error) {
      stream.destroy();
      if (request.signal?.aborted) outcome = 'aborted';
      request.signal?.throwIfAborted();
      // got wraps what its hooks throw.
      const own = error instanceof Error && error.cause instanceof AppError ? error.cause : error;
      if (own instanceof AppError) throw own;
      if (diskFault(own)) throw own;
      return { kind: 'cut', cause: error, total };
    } finally {
      this.parts.onCall?.({ vendor: 'zoom', operation: 'download', outcome, ms: Date.now() - started });
    }
  }

  private open(url: URL, token: string, size: number, signal: AbortSignal | undefined): GotStream {
    const stream = got.stream(url, {
      headers: { authorization: `Bearer ${token}`, ...(size > 0 ? { range: `bytes=${size}-` } : {}) },
      // A packed body would make the lengths mean something else.
      decompress: false,
      throwHttpErrors: false,
      retry: { limit: 0 },
      timeout: timeouts,
      signal,
      maxRedirects: 5,
      // got itself drops the token when a redirect leads to another origin.
      hooks: {
        beforeRedirect: [
          (options) => requireSafeRedirect(url, options.url instanceof URL ? options.url : new URL(`${options.url}`)),
        ],
      },
    });
    // An error that comes after we turned away from a stream is nobody's; unheard, it would end the process.
    stream.on('error', () => undefined);
    return stream;
  }

  private async take(stream: GotStream, head: DownloadHead, request: DownloadRequest, file: PartFile): Promise<Tried> {
    if (head.kind === 'body') {
      if (head.total !== null && head.total > request.maxBytes) {
        await file.discard();
        throw tooLarge(request.maxBytes);
      }
      const onBytes = request.onProgress && ((bytes: number) => request.onProgress?.(bytes, head.total));
      await file.receive(stream, head.from, request.maxBytes, onBytes);
      const bytes = await file.size();
      if (head.total === null || bytes === head.total) return { kind: 'done', bytes };
      return { kind: 'cut', cause: new Error(`${bytes} of ${head.total} bytes`), total: head.total };
    }
    stream.destroy();
    if (head.kind === 'whole') return { kind: 'done', bytes: await file.size() };
    if (head.kind === 'other_part') {
      await file.discard();
      return { kind: 'cut', cause: new Error('the part belongs to another file'), total: head.total };
    }
    if (head.kind === 'refused') return { kind: 'refused', error: head.error };
    if (head.kind === 'limited') {
      this.parts.limits.limits.learn('download', head.headers);
      return { kind: 'cut', cause: new Error('429'), total: null };
    }
    throw head.error;
  }

  /** The last look before the file gets its name: a page that says "only the host may download" is no recording. */
  private async inspect(request: DownloadRequest, file: PartFile): Promise<void> {
    const problem = contentProblem(request.kind, await file.head(512));
    if (problem) {
      await file.discard();
      throw problem;
    }
    await file.finish();
  }
}

type Tried =
  | { kind: 'done'; bytes: number }
  | { kind: 'refused'; error: UpstreamError }
  | { kind: 'cut'; cause: unknown; total: number | null };

/** First the webhook's token, then ours, then a new one of ours. */
class DownloadTokens {
  private rejected: string | undefined;
  private mine: string | undefined;

  constructor(
    private readonly getAccessToken: (rejected?: string) => Promise<string>,
    private given: string | null,
  ) {}

  async current(): Promise<string> {
    if (this.given !== null) return this.given;
    this.mine = await this.getAccessToken(this.rejected);
    return this.mine;
  }

  /** Turns to the next token; false when all were refused. */
  replace(): boolean {
    if (this.given !== null) {
      this.given = null;
      return true;
    }
    if (this.rejected !== undefined || this.mine === undefined) return false;
    this.rejected = this.mine;
    return true;
  }
}
