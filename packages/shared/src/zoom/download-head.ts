import { once } from 'node:events';
import type { Response as GotResponse, Request as GotStream } from 'got';
import { UpstreamError } from '../errors/index.ts';
import type { VendorOutcome } from '../upstream/index.ts';

type Headers = Record<string, string | string[] | undefined>;

/** What the first answer to a download request means. */
export type DownloadHead = { outcome: VendorOutcome } & (
  | { kind: 'body'; from: number; total: number | null }
  | { kind: 'whole' }
  | { kind: 'other_part'; total: number | null }
  | { kind: 'refused'; error: UpstreamError }
  | { kind: 'limited'; headers: Headers }
  | { kind: 'broken'; error: UpstreamError }
);

/**
 * Waits for the headers and reads them.
 * @param size the bytes we have and asked to go on from
 * @param total the size of the whole file as far as it is known
 */
export async function readHead(stream: GotStream, size: number, total: number | null): Promise<DownloadHead> {
  const [response]: GotResponse[] = await once(stream, 'response');
  if (!response) throw new Error('no response');
  const { statusCode: status, headers } = response;
  if (status === 200 && isPage(headers)) return { kind: 'refused', outcome: 'refused', error: refusal() };
  if (status === 200) return { kind: 'body', outcome: 'ok', from: 0, total: lengthOf(headers) };
  if (status === 206) return resumed(headers, size, total);
  if (status === 416)
    return size === total && size > 0
      ? { kind: 'whole', outcome: 'ok' }
      : { kind: 'other_part', outcome: 'failed', total };
  if (status === 401 || status === 403) return { kind: 'refused', outcome: 'unauthorized', error: refusal(status) };
  if (status === 429) return { kind: 'limited', outcome: 'rate_limited', headers };
  // A signed storage address that has run out, a file that is gone for now: the next attempt gets a new address.
  if (status === 404 || status === 410)
    return { kind: 'broken', outcome: 'not_found', error: unusable(status, status === 404) };
  if (status >= 500) throw new Error(`HTTP ${status}`);
  return { kind: 'broken', outcome: 'failed', error: unusable(status, true) };
}

/** What speaks against a downloaded file, from its first bytes. */
export function contentProblem(kind: 'transcript' | 'media', head: string): UpstreamError | undefined {
  const start = head.replace(/^\ufeff/, '').trimStart();
  if (head === '') return new UpstreamError('Zoom delivered an empty file.', { retryable: true });
  if (/^<(!doctype|html)/i.test(start)) return refusal();
  if (kind === 'transcript' && !/^WEBVTT(\s|$)/.test(start)) {
    return new UpstreamError('What Zoom delivered as a transcript is not one (it does not begin with WEBVTT).', {
      retryable: true,
    });
  }
  return undefined;
}

function resumed(headers: Headers, size: number, total: number | null): DownloadHead {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(String(headers['content-range'] ?? ''));
  const whole = range?.[2] === undefined || range[2] === '*' ? null : Number(range[2]);
  const goesOn = range !== null && Number(range[1]) === size && (total === null || whole === null || whole === total);
  return goesOn
    ? { kind: 'body', outcome: 'ok', from: size, total: whole ?? total }
    : { kind: 'other_part', outcome: 'failed', total: whole };
}

function isPage(headers: Headers): boolean {
  return /^text\/html/i.test(String(headers['content-type'] ?? ''));
}

function lengthOf(headers: Headers): number | null {
  const length = Number(headers['content-length']);
  return headers['content-length'] !== undefined && Number.isSafeInteger(length) ? length : null;
}

function refusal(status = 200): UpstreamError {
  const how = status === 200 ? 'with a web page instead of the file' : `with HTTP ${status}`;
  return new UpstreamError(
    `Zoom refused a download ${how}: the app’s user may not download this recording (only its host may, or the scope is missing).`,
    { retryable: true },
  );
}

function unusable(status: number, retryable: boolean): UpstreamError {
  return new UpstreamError(`Zoom answered a download with HTTP ${status}.`, { retryable });
}
