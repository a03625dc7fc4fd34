import { createHmac, randomUUID } from 'node:crypto';

/** Calls the API as one person. */
export type Call = (method: 'GET' | 'POST', path: string, body?: object | FormData) => Promise<unknown>;

/** A token as the identity provider would sign it. */
export function signToken(secret: string, sub: string, role: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub, role, exp: Math.floor(Date.now() / 1000) + 3600 })}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/** Calls with a token of this person; anything but a 2xx is an error that names what was answered. */
export function callerAs(baseUrl: string, secret: string, userId: string, role = 'student'): Call {
  const token = signToken(secret, userId, role);
  return async (method, path, body) => {
    const form = body instanceof FormData;
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(body && !form ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 400)}`);
    return JSON.parse(text);
  };
}

/** A session that a learner saw through to its end, and how many results the server said it had recorded. */
export interface PlayedSession {
  id: string;
  userId: string;
  results: number;
}

/** Plays one session from its start to its end, with the same answer to everything. */
export async function playSession(
  call: Call,
  userId: string,
  start: object,
  answer: number | string[] = 0,
): Promise<PlayedSession> {
  const { id, item_ids } = asSession(await call('POST', '/sessions/start', start));
  for (const item_id of item_ids) {
    await call('POST', `/sessions/${id}/result`, {
      item_id,
      time_spent_ms: 900,
      answer,
      client_result_id: randomUUID(),
    });
  }
  await call('POST', `/sessions/${id}/complete`, {});
  return { id, userId, results: item_ids.length };
}

/** Sends a call again, as a device does, while it is answered by a fault that passes; `onAgain` counts. */
export function sendingAgain(call: Call, onAgain: () => void): Call {
  return async (method, path, body) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call(method, path, body);
      } catch (error) {
        if (attempt === 40 || !/: 5\d\d /.test(String(error))) throw error;
        onAgain();
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  };
}

/** Several learners who play one session after another until they are told to stop. */
export class Learners {
  readonly played: PlayedSession[] = [];
  readonly failures: string[] = [];
  sentAgain = 0;
  private stopped = false;
  private readonly playing: Promise<void>[] = [];

  constructor(
    private readonly baseUrl: string,
    private readonly secret: string,
    count: number,
    private readonly options: { sendsAgain?: boolean } = {},
  ) {
    for (let n = 1; n <= count; n++) this.playing.push(this.play(n));
  }

  /** Lets everyone finish the session they are in. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.playing);
  }

  private async play(n: number): Promise<void> {
    for (let round = 1; !this.stopped; round++) {
      // A new learner each time: the limits are per person.
      const userId = `learner-${n}-${round}`;
      const start = { game_type: 'grammar_challenge', mode: 'custom', limit: 4 };
      try {
        this.played.push(await playSession(this.callAs(userId), userId, start));
      } catch (error) {
        this.failures.push(error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error));
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  private callAs(userId: string): Call {
    const call = callerAs(this.baseUrl, this.secret, userId);
    if (!this.options.sendsAgain) return call;
    return sendingAgain(call, () => {
      this.sentAgain++;
    });
  }
}

/** The parts of a session that the tests look at. */
export function asSession(value: unknown): { id: string; item_ids: string[]; status: unknown; current: unknown } {
  const { id, item_ids, status, progress } = fieldsOf(value);
  if (typeof id !== 'string' || !Array.isArray(item_ids)) throw new Error(`Not a session: ${JSON.stringify(value)}`);
  return { id, item_ids: item_ids.map(String), status, current: fieldsOf(progress).current };
}

/** The fields of something that came over the wire; nothing at all where it is no object. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
