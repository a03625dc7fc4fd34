import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a scripted answer does instead of the usual one. */
export type ScriptedAnswer =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  /** Takes the request and never answers. */
  | { hang: true }
  /** Closes the connection without an answer; with `after`, when the usual work was done: the answer is lost. */
  | { drop: true; after?: boolean }
  /** Answers as usual, but closes the connection after so many bytes of the body. */
  | { cutAfterBytes: number }
  /** Answers as usual, later. */
  | { delayMs: number };

/** The next `times` calls (one, unless said otherwise) of an operation answer like this. */
export interface ScriptEntry {
  on: string;
  answer: ScriptedAnswer;
  times?: number;
}

export interface SeenRequest {
  operation: string;
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  /** The parsed JSON or form body; not kept for uploads. */
  body?: unknown;
  status: number;
  answer?: unknown;
}

/** What a handler gets: the request, and the ways to answer it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  json(status: number, body: unknown, headers?: Record<string, string>): void;
  readText(): Promise<string>;
  /** Set by the script: the connection closes after so many bytes of a body. */
  cutAfterBytes: number | undefined;
  seen: SeenRequest;
}

export interface StandIn<State> {
  url: string;
  state: State;
  /** What still will be answered by script. */
  script: ScriptEntry[];
  requests: SeenRequest[];
  close(): Promise<void>;
}

export interface StandInParts<State> {
  port?: number | undefined;
  state: State;
  script?: ScriptEntry[];
  /** The name of the operation that a request means. */
  operationOf(method: string, url: URL): string;
  handle(operation: string, exchange: Exchange): Promise<void> | void;
}

const mostRequestsKept = 20_000;

/**
 * A small HTTP server in a vendor's place, on a free loopback port. `POST /__control` sets its script and merges fields
 * into its state; `GET /__control` shows state and requests, for tests that run it as another process.
 */
export async function startStandIn<State extends object>(parts: StandInParts<State>): Promise<StandIn<State>> {
  const script = parts.script ?? [];
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const serve = url.pathname === '/__control' ? control : answer;
    serve(request, response, url).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(599, { 'content-type': 'text/plain' });
      response.end(`stand-in: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });

  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const change = JSON.parse(await readText(request)) as { script?: ScriptEntry[]; state?: Partial<State> };
      if (change.script) script.splice(0, script.length, ...change.script);
      if (change.state) Object.assign(parts.state, change.state);
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ state: parts.state, script, requests }));
  }

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const operation = parts.operationOf(request.method ?? 'GET', url);
    const seen: SeenRequest = {
      operation,
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      status: 0,
    };
    if (requests.length < mostRequestsKept) requests.push(seen);
    response.on('close', () => {
      seen.status = response.statusCode;
    });
    const json = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      seen.answer = body;
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const scripted = takeScripted(script, operation);
    if (scripted && 'hang' in scripted) return;
    if (scripted && 'drop' in scripted && !scripted.after) {
      request.socket.destroy();
      return;
    }
    if (scripted && 'status' in scripted) {
      request.resume();
      if (typeof scripted.body === 'string' || scripted.body === undefined) {
        response.writeHead(scripted.status, scripted.headers);
        response.end(scripted.body);
      } else json(scripted.status, scripted.body, scripted.headers);
      return;
    }
    if (scripted && 'delayMs' in scripted) await new Promise((resolve) => setTimeout(resolve, scripted.delayMs));
    const cutAfterBytes = scripted && 'cutAfterBytes' in scripted ? scripted.cutAfterBytes : undefined;
    if (scripted && 'drop' in scripted) {
      // The work is done and its answer lost: what a job that may have been paid for looks like from outside.
      response.end = () => {
        request.socket.destroy();
        return response;
      };
    }
    await parts.handle(operation, {
      request,
      response,
      url,
      json,
      cutAfterBytes,
      seen,
      readText: () => readText(request),
    });
  }

  await new Promise<void>((resolve) => server.listen(parts.port ?? 0, '127.0.0.1', resolve));
  return { url: addressOf(server), state: parts.state, script, requests, close: () => closeServer(server) };
}

/** The base address of a listening server. */
export function addressOf(server: Server): string {
  const address = server.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}

/** Ends a server with all its connections. */
export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function takeScripted(script: ScriptEntry[], operation: string): ScriptedAnswer | undefined {
  const index = script.findIndex((entry) => entry.on === operation || entry.on === '*');
  const entry = script[index];
  if (!entry) return undefined;
  entry.times = (entry.times ?? 1) - 1;
  if (entry.times <= 0) script.splice(index, 1);
  return entry.answer;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
