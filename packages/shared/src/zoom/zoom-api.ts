import got from 'got';
import { type AppError, NotFoundError, UpstreamError } from '../errors/index.ts';
import { wait } from '../lifecycle/index.ts';
import { type OnVendorCall, parseRetryAfter, type VendorOutcome } from '../upstream/index.ts';
import { type LimitClass, RateLimits } from './rate-limits.ts';
import { ZoomErrorBody } from './schemas.ts';

export interface ZoomApiParts {
  apiBaseUrl: string;
  /** Hands out a token; the one just refused with a 401 comes along, to be replaced. */
  getAccessToken: (rejected?: string) => Promise<string>;
  /** The longest time a call waits inside for a rate limit: one poll interval. Past it the call fails, retryable. */
  longestWaitMs: number;
  onCall?: OnVendorCall | undefined;
}

/** One question to the API. */
export interface ZoomQuestion {
  operation: string;
  limit: LimitClass;
  path: string;
  query?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

const timeouts = {
  lookup: 5_000,
  connect: 5_000,
  secureConnect: 5_000,
  send: 5_000,
  response: 30_000,
  request: 60_000,
};
/** Pauses before a server error or a lost connection is tried again; after them the caller's own backoff takes over. */
const pausesMs = [500, 2_000];
/** Times a call may be sent back by a rate limit before it gives up, however short the pauses. */
const mostLimited = 5;

/** GET on Zoom's API: the token, one retry with a new one, rate limits, and errors sorted into retry and give up. */
export class ZoomApi {
  readonly limits = new RateLimits();

  constructor(private readonly parts: ZoomApiParts) {}

  /** The JSON that Zoom answers. Throws NotFoundError where it says that there is no such thing. */
  async get(question: ZoomQuestion): Promise<unknown> {
    let failures = 0;
    let limited = 0;
    let refused: string | undefined;
    for (;;) {
      await this.holdBack(question);
      const token = await this.parts.getAccessToken(refused);
      const answer = await this.ask(question, token);
      const fault = answer && faultOf(answer);
      if (answer && !fault) return answer.body;
      question.signal?.throwIfAborted();
      if (answer && fault?.kind === 'limited') {
        this.limits.learn(question.limit, answer.headers);
        limited += 1;
        if (limited >= mostLimited) throw this.tooMany(question);
      } else if (fault?.kind === 'token' && refused === undefined) {
        refused = token;
      } else if (!fault || fault.kind === 'broken') {
        const pause = pausesMs[failures];
        failures += 1;
        if (pause === undefined) throw this.unavailable(question, answer);
        await wait(pause, question.signal);
        question.signal?.throwIfAborted();
      } else {
        throw explain(question, fault, answer?.status ?? 0);
      }
    }
  }

  /** Waits for the rate limit of this class, but never longer than one poll interval. */
  async holdBack(question: Pick<ZoomQuestion, 'limit' | 'signal' | 'operation'>): Promise<void> {
    question.signal?.throwIfAborted();
    const delay = this.limits.delay(question.limit);
    if (delay === 0) return;
    if (delay > this.parts.longestWaitMs) throw this.tooMany(question);
    await wait(delay, question.signal);
    question.signal?.throwIfAborted();
  }

  private async ask(question: ZoomQuestion, token: string): Promise<Answer | undefined> {
    const started = Date.now();
    let outcome: VendorOutcome = 'failed';
    try {
      const response = await got(`${this.parts.apiBaseUrl}${question.path}`, {
        searchParams: question.query,
        headers: { authorization: `Bearer ${token}` },
        signal: question.signal,
        timeout: timeouts,
        followRedirect: false,
        throwHttpErrors: false,
        // got would wait for hours on Zoom's ISO instants, and it cannot know our classes of limits.
        retry: { limit: 0 },
      });
      const answer = { status: response.statusCode, headers: response.headers, body: parseJson(response.body) };
      outcome = faultOf(answer)?.outcome ?? 'ok';
      return answer;
    } catch (error) {
      if (question.signal?.aborted) outcome = 'aborted';
      else if (error instanceof Error && error.name === 'TimeoutError') outcome = 'timeout';
      return undefined;
    } finally {
      this.parts.onCall?.({ vendor: 'zoom', operation: question.operation, outcome, ms: Date.now() - started });
    }
  }

  private tooMany(question: Pick<ZoomQuestion, 'limit' | 'operation'>): UpstreamError {
    return new UpstreamError(`Zoom’s rate limit (${question.limit}) holds up ${question.operation}.`, {
      retryable: true,
      retryAfterMs: this.limits.delay(question.limit),
    });
  }

  private unavailable(question: ZoomQuestion, answer: Answer | undefined): UpstreamError {
    const how = answer ? `answered ${answer.status}` : 'could not be reached';
    const retryAfterMs = answer && parseRetryAfter(String(answer.headers['retry-after'] ?? ''));
    return new UpstreamError(`Zoom ${how} for ${question.operation}.`, {
      retryable: true,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
}

interface Fault {
  kind: 'token' | 'limited' | 'missing' | 'refused' | 'broken';
  outcome: VendorOutcome;
  body?: ZoomErrorBody;
}

const missingCodes = new Set([1001, 3001, 3301]);

/** What is wrong with an answer; Zoom also sends error bodies with status 200. */
function faultOf({ status, body }: Answer): Fault | undefined {
  const said = ZoomErrorBody.safeParse(body);
  const error = said.success ? { body: said.data } : {};
  const code = said.success ? said.data.code : 0;
  if (status === 200 && (!said.success || code < 100)) {
    return body === undefined ? { kind: 'broken', outcome: 'failed' } : undefined;
  }
  if (status === 429 || code === 429) return { kind: 'limited', outcome: 'rate_limited', ...error };
  if (status === 401 || code === 124) return { kind: 'token', outcome: 'unauthorized', ...error };
  if (missingCodes.has(code) || status === 404) return { kind: 'missing', outcome: 'not_found', ...error };
  if (status >= 500) return { kind: 'broken', outcome: 'failed', ...error };
  return { kind: 'refused', outcome: 'refused', ...error };
}

function explain(question: ZoomQuestion, fault: Fault, status: number): AppError {
  if (fault.kind === 'missing') return new NotFoundError(`What Zoom was asked for (${question.operation})`);
  const code = fault.body ? `, code ${fault.body.code}` : '';
  const said = fault.body?.message ?? 'no reason given.';
  if (fault.kind === 'token') {
    return new UpstreamError(`Zoom refuses a token that it just granted (${question.operation}${code}): ${said}`, {
      retryable: true,
    });
  }
  const scopes = fault.body && [200, 4700, 4711].includes(fault.body.code);
  const remedy = scopes ? ' The app lacks a scope: add it, then authorize the app again.' : '';
  return new UpstreamError(`Zoom refused ${question.operation} (HTTP ${status}${code}): ${said}${remedy}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
