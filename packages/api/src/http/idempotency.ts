import { createHash } from 'node:crypto';
import { AppError, ValidationError } from '@tulkka/shared/errors';
import type { Logger } from '@tulkka/shared/logging';
import type { IdempotencyRepository } from '@tulkka/shared/repositories';
import { problemOf } from './problems.ts';
import type { Answer, RouteRules } from './route-rules.ts';

/** One POST that may be a repetition. */
export interface RepeatableCall {
  route: RouteRules;
  /** Who asks, as the limits count them. */
  caller: string;
  header: string | undefined;
  path: string;
  query: unknown;
  body: unknown;
  rawBody: Buffer;
  requestId: string;
  log: Logger;
}

/** Runs a call once for each Idempotency-Key, and answers its repetitions with what the first was answered. */
export class Idempotency {
  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly leaseMs: number,
  ) {}

  async run(call: RepeatableCall, work: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const { route, header } = call;
    if (header === undefined || route.method !== 'post' || route.access === 'public') return work();
    const id = digest([call.caller, route.operationId, innerKey(header)]);
    const hash = digest([call.path, call.query, call.body, call.rawBody.toString('base64')]);
    const claim = await this.keys.claim(id, hash, this.leaseMs);
    switch (claim.state) {
      case 'answered':
        return replay(claim.status, claim.body, call.requestId);
      case 'mismatch':
        throw new AppError(
          'idempotency_mismatch',
          'This Idempotency-Key came with another request before: use a new one.',
        );
      case 'running':
        throw new AppError('idempotency_in_progress', 'The first call with this Idempotency-Key is still running.', {
          retryable: true,
          retryAfterMs: 1000,
        });
      case 'claimed':
        return this.runClaimed(id, claim.lease, call, work);
    }
  }

  private async runClaimed(
    id: string,
    firstLease: Date,
    { route, requestId, log }: RepeatableCall,
    work: () => Promise<Answer<unknown>>,
  ): Promise<Answer<unknown>> {
    let renewing = Promise.resolve(firstLease);
    const renewal = setInterval(() => {
      renewing = renewing.then((lease) => this.keys.renew(id, lease, this.leaseMs).catch(() => lease));
    }, this.leaseMs / 3);
    const settle = async (status: number, body: unknown): Promise<void> => {
      clearInterval(renewal);
      const lease = await renewing;
      const stored = status < 500 ? this.keys.answer(id, lease, status, body) : this.keys.release(id, lease);
      // The work is done and cannot be undone: an answer that could not be remembered is still the answer.
      await stored.catch((error: unknown) => log.warn('an answer could not be kept for its key', { error }));
    };
    try {
      const answer = await work();
      const { body = bodyWritten(answer) } = answer;
      await settle(answer.status ?? route.response.status, body);
      return answer;
    } catch (error) {
      const problem = problemOf(error, requestId);
      await settle(problem.status, problem);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }
}

const bodyWritten = ({ written }: Answer<unknown>): unknown =>
  written === undefined ? undefined : JSON.parse(Buffer.from(written).toString());

/** The first answer again; a problem keeps its words but is an instance of its own. */
function replay(status: number, body: unknown, requestId: string): Answer<unknown> {
  const isProblem = status >= 400 && typeof body === 'object' && body !== null;
  return {
    status,
    body: isProblem ? { ...body, instance: requestId } : body,
    headers: {
      'Idempotency-Replayed': 'true',
      ...(isProblem ? { 'Content-Type': 'application/problem+json; charset=utf-8' } : {}),
    },
  };
}

/** The key itself: the draft writes it as a quoted string, most clients without the quotes. */
function innerKey(header: string): string {
  const key = /^"((?:[^"\\]|\\.)*)"$/.exec(header)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? header;
  if (key.length >= 1 && key.length <= 255) return key;
  throw new ValidationError([{ path: 'Idempotency-Key', message: 'must be 1 to 255 characters' }]);
}

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts, sortKeys)).digest('hex');

/** The order in which a client happens to write its fields makes no other request. */
const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value;
