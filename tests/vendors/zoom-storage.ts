import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { addressOf, closeServer } from './stand-in.ts';

/** What a file of a recording holds: a text, bytes, or that many zero bytes made on the fly. */
export type FileContent = { text: string } | { bytes: Buffer } | { zeros: number };

/** How many bytes a file has. */
export const sizeOf = (content: FileContent): number => ('zeros' in content ? content.zeros : bytesOf(content).length);

const bytesOf = (content: { text: string } | { bytes: Buffer }): Buffer =>
  'text' in content ? Buffer.from(content.text) : content.bytes;

export interface StorageState {
  /** Requests that came with an Authorization header: the token leaked to another host. */
  leakedTokens: number;
  downloads: number;
  /** The Range headers that came. */
  ranges: string[];
  supportsRanges: boolean;
  /** One entry per download to come: bytes after which the connection is cut. */
  cuts: number[];
}

/** The storage that Zoom's downloads are redirected to: another origin, signed addresses, Range support. */
export async function startZoomStorage(
  files: () => Map<string, FileContent>,
): Promise<{ url: string; state: StorageState; close(): Promise<void> }> {
  const state: StorageState = { leakedTokens: 0, downloads: 0, ranges: [], supportsRanges: true, cuts: [] };
  const server = createServer((request, response) => serveFile(request, response, files(), state));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: addressOf(server), state, close: () => closeServer(server) };
}

function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  files: Map<string, FileContent>,
  state: StorageState,
): void {
  const url = new URL(request.url ?? '/', 'http://storage');
  if (request.headers.authorization !== undefined) state.leakedTokens += 1;
  const content = files.get(decodeURIComponent(url.pathname.slice(1)));
  if (!content || url.searchParams.get('signature') !== 'signed') {
    response.writeHead(403).end('<Error>AccessDenied</Error>');
    return;
  }
  state.downloads += 1;
  const size = sizeOf(content);
  const range = request.headers.range;
  if (range) state.ranges.push(range);
  const from = state.supportsRanges ? Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0) : 0;
  if (from > 0 && from >= size) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  const type = 'text' in content ? 'text/vtt' : 'audio/mp4';
  const resumed = range !== undefined && state.supportsRanges;
  response.writeHead(resumed ? 206 : 200, {
    'content-type': type,
    'content-length': size - from,
    ...(resumed ? { 'content-range': `bytes ${from}-${size - 1}/${size}` } : {}),
  });
  sendBytes(response, content, from, size, state.cuts.shift());
}

/** Sends a content from an offset; with `cut`, the connection closes after so many bytes. */
function sendBytes(response: ServerResponse, content: FileContent, from: number, size: number, cut?: number): void {
  const end = cut === undefined ? size : Math.min(size, from + cut);
  const body = Readable.from('zeros' in content ? zeros(end - from) : [bytesOf(content).subarray(from, end)]);
  body.on('end', () => {
    // Node may still hold what was written: the close must not overtake it.
    if (end < size) setTimeout(() => response.socket?.destroy(), 20);
    else response.end();
  });
  body.pipe(response, { end: false });
}

function* zeros(count: number): Generator<Buffer> {
  const block = Buffer.alloc(256 * 1024);
  for (let left = count; left > 0; left -= block.length) yield left >= block.length ? block : block.subarray(0, left);
}
