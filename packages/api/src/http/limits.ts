import { AppError } from '@tulkka/shared/errors';
import type { Logger } from '@tulkka/shared/logging';
import type { Request, Response } from 'express';
import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit, type Store } from 'express-rate-limit';
import type { Caller } from '../access/caller.ts';
import type { LimitClass, RouteRules } from './route-rules.ts';

/** Calls a minute that a user may make of one route, by the route's class. */
export const callsPerMinute: Readonly<Record<LimitClass, number>> = {
  catalog: 30,
  default: 60,
  results: 120,
  processing: 10,
};

const windowMs = 60_000;
/** A household or a company is handed a /64 or more: single IPv6 addresses in it are free to change. */
const ipv6Subnet = 64;

/** Counts calls. */
export interface CountCall {
  /** Rejects once there were too many. */
  (
    route: Pick<RouteRules, 'operationId' | 'limit'>,
    caller: Caller,
    request: Request,
    response: Response,
  ): Promise<void>;
  /** What whoever watches over the service should know of its limits, or null when they hold. */
  trouble(): string | null;
}

/** Limits nothing: for benchmarks and tests. */
export const unlimited: CountCall = Object.assign(async () => undefined, {
  trouble: () => 'RATE_LIMIT_ENABLED=false: nobody’s calls are counted.',
});

/** A store that is away fails with every call: one line in this time says it. */
const warnEveryMs = 60_000;

/**
 * One limiter for each class, keyed by route and user, or by address when nobody is known. A store that fails lets the
 * call pass: better an API without limits for a while than none.
 * @param isCounting whether the store is there
 */
export function createLimits(
  createStore: (name: LimitClass) => Store | undefined,
  log: Logger,
  isCounting: () => boolean = () => true,
): CountCall {
  const warn = seldom((error) => log.warn('rate limits cannot count', { reason: messageOf(error) }), warnEveryMs);
  const keys = new WeakMap<object, string>();
  const limiterOf = (name: LimitClass): RateLimitRequestHandler => {
    const store = createStore(name);
    return rateLimit({
      windowMs,
      limit: callsPerMinute[name],
      identifier: name,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      passOnStoreError: true,
      keyGenerator: (request) => keys.get(request) ?? '',
      handler: (_request, _response, next) =>
        next(new AppError('rate_limited', 'Too many calls: wait as long as Retry-After says.', { retryable: true })),
      logger: { error: warn, warn: () => undefined },
      ...(store ? { store } : {}),
    });
  };
  const limiters: Record<LimitClass, RateLimitRequestHandler> = {
    catalog: limiterOf('catalog'),
    default: limiterOf('default'),
    results: limiterOf('results'),
    processing: limiterOf('processing'),
  };
  const count = async (...[route, caller, request, response]: Parameters<CountCall>): Promise<void> => {
    if (route.limit === null) return;
    keys.set(request, `${route.operationId}:${callerKey(caller, request)}`);
    const limiter = limiters[route.limit];
    await new Promise<void>((resolve, reject) => {
      const counted = limiter(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
      Promise.resolve(counted).catch(reject);
    });
  };
  const trouble = (): string | null => (isCounting() ? null : 'Redis is away: rate limits are not counted.');
  return Object.assign(count, { trouble });
}

/** Does something at most once in a while. */
function seldom(act: (said: unknown) => void, pauseMs: number): (said: unknown) => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (said) => {
    if (performance.now() - lastAt < pauseMs) return;
    lastAt = performance.now();
    act(said);
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Who a call counts against: the user, else the address, IPv6 by its network. */
export const callerKey = (caller: Caller, request: Request): string =>
  caller.userId === null ? `ip:${ipKeyGenerator(request.ip ?? '', ipv6Subnet)}` : `user:${caller.userId}`;
