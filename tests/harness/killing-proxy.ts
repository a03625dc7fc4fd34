import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request means, whatever ids stand in it; null for one that is no step of the flow, such as a heartbeat. */
export type NameStep = (method: string, url: URL, body: string) => string | null;

/** A place where a process can be killed: before the server hears of the request, or before the process hears of the answer. */
export interface KillPoint {
  step: string;
  moment: 'before' | 'after';
}

interface Trap {
  point: KillPoint;
  kill: () => Promise<void>;
  sprung: () => void;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/**
 * Stands between our processes and the servers they call, and ends a process at a named request. Requests that find
 * nothing (polls) are passed on and are no steps: killing there is the same as killing after the step before.
 */
export class KillingProxy {
  private readonly servers: Server[] = [];
  private readonly fronts = new Map<string, string>();
  private trap: Trap | null = null;
  private seen = new Map<string, boolean>();

  /** An address in front of a server. Addresses of the server in its answers, and where it redirects to, become ours. */
  async front(upstream: string, nameStep: NameStep): Promise<string> {
    const known = this.fronts.get(upstream);
    if (known !== undefined) return known;
    const server = createServer((incoming, response) => {
      this.pass(upstream, nameStep, incoming, response).catch(() => response.destroy());
    });
    this.servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    this.fronts.set(upstream, url);
    return url;
  }

  /** Forgets which steps were seen. */
  startRecording(): void {
    this.seen = new Map();
  }

  /** Where a process can be killed in what ran since: reads once, what changes something before and after. */
  killPoints(): KillPoint[] {
    return [...this.seen].flatMap(([step, writes]) =>
      writes
        ? [
            { step, moment: 'before' as const },
            { step, moment: 'after' as const },
          ]
        : [{ step, moment: 'after' as const }],
    );
  }

  /** Waits for the step and kills there, once. */
  killAt(point: KillPoint, kill: () => Promise<void>): Promise<void> {
    return new Promise((sprung) => {
      this.trap = { point, kill, sprung };
    });
  }

  async close(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  private async pass(upstream: string, nameStep: NameStep, incoming: IncomingMessage, response: ServerResponse) {
    const body = Buffer.concat(await Array.fromAsync(incoming));
    const method = incoming.method ?? 'GET';
    const writes = method !== 'GET' && method !== 'HEAD';
    const step = nameStep(method, new URL(incoming.url ?? '/', upstream), body.toString('utf8'));
    if (step !== null && writes && (await this.springs({ step, moment: 'before' }))) return response.destroy();
    const answer = await forward(upstream, incoming, body);
    const isStep = step !== null && (writes || !findsNothing(answer));
    if (isStep) this.seen.set(step, writes);
    if (isStep && (await this.springs({ step, moment: 'after' }))) return response.destroy();
    await this.answer(upstream, nameStep, answer, response);
  }

  private async springs(point: KillPoint): Promise<boolean> {
    const { trap } = this;
    if (trap?.point.step !== point.step || trap.point.moment !== point.moment) return false;
    this.trap = null;
    await trap.kill();
    trap.sprung();
    return true;
  }

  private async answer(
    upstream: string,
    nameStep: NameStep,
    { status, headers, body }: Answer,
    response: ServerResponse,
  ) {
    const own = this.fronts.get(upstream) ?? upstream;
    const isJson = /json/.test(headers['content-type'] ?? '');
    const bytes = isJson ? Buffer.from(body.toString('utf8').replaceAll(upstream, own)) : body;
    const { location, 'transfer-encoding': _, connection: __, ...rest } = headers;
    const target = location === undefined ? null : new URL(location, upstream);
    const front = target && (await this.front(target.origin, nameStep));
    response.writeHead(status, {
      ...rest,
      'content-length': bytes.length,
      ...(target ? { location: `${front}${target.pathname}${target.search}` } : {}),
    });
    response.end(bytes);
  }
}

/** An empty list, of rows or of what a vendor lists. */
function findsNothing({ body }: Answer): boolean {
  const text = body.length < 2000 ? body.toString('utf8') : '';
  return text === '[]' || /"(meetings|transcripts)":\[\]/.test(text);
}

function forward(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _, 'transfer-encoding': __, ...headers } = incoming.headers;
    const sent = request(
      new URL(incoming.url ?? '/', upstream),
      {
        method: incoming.method,
        headers: { ...headers, 'accept-encoding': 'identity', 'content-length': body.length },
      },
      (answer) => {
        Array.fromAsync(answer).then(
          (chunks) =>
            resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
          reject,
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Steps of our processes on the lessons database, by table and by what is asked or written; heartbeats and gauges are none. */
export const nameDatabaseStep: NameStep = (method, url, body) => {
  const table = url.pathname.replace('/rest/v1/', '');
  if (method === 'GET' || method === 'HEAD') {
    if (url.searchParams.get('select') === 'created_at') return null;
    const filters = [...url.searchParams].filter(
      ([key]) => !['select', 'order', 'limit', 'offset', 'or', 'and'].includes(key),
    );
    return `read ${table} by ${filters.map(([key, value]) => (key === 'status' ? `status ${value.replace('eq.', '')}` : key)).join(', ')}`;
  }
  const row: Record<string, unknown> = body.startsWith('{') ? JSON.parse(body) : {};
  const { status, lease_owner, lease_expires_at, updated_at, transcription, ...rest } = row;
  const what = [
    ...(typeof status === 'string' ? [status] : []),
    ...(typeof lease_owner === 'string' ? ['claim'] : []),
    ...(transcription ? [/job_id/.test(JSON.stringify(transcription)) ? 'job' : 'upload'] : []),
    ...('waiting_for' in rest && typeof rest.waiting_for === 'string' ? ['wait'] : []),
  ];
  if (method === 'PATCH' && what.length === 0) return null;
  return `${method === 'POST' ? 'insert into' : 'update'} ${table}: ${what.join(', ')}`;
};
