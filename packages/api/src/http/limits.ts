import { AppError } from '@tulkka/shared/errors';
import type { Logger } from '@tulkka/shared/logging';
import type { Request, Response } from 'express';
import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit, type Store } from 'express-rate-limit';
import type { Caller } from '../access/caller.ts';
import type { LimitClass, Route } from './route.ts';

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

/** Counts a call; it rejects once there were too many. */
export type CountCall = (
  route: Pick<Route, 'operationId' | 'limit'>,
  caller: Caller,
  request: Request,
  response: Response,
) => Promise<void>;

/** Limits nothing: for benchmarks and tests. */
export const unlimited: CountCall = async () => undefined;

/**
 * One limiter for each class, keyed by route and user, or by address when nobody is known. A store that fails lets the
 * call pass: better an API without limits for a while than none.
 */
export function createLimits(createStore: (name: LimitClass) => Store | undefined, log: Logger): CountCall {
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
      logger: { error: (error, note) => log.warn('rate limits cannot count', { error, note }), warn: () => undefined },
      ...(store ? { store } : {}),
    });
  };
  const limiters: Record<LimitClass, RateLimitRequestHandler> = {
    catalog: limiterOf('catalog'),
    default: limiterOf('default'),
    results: limiterOf('results'),
    processing: limiterOf('processing'),
  };
  return async (route, caller, request, response) => {
    if (route.limit === null) return;
    keys.set(request, `${route.operationId}:${callerKey(caller, request)}`);
    const limiter = limiters[route.limit];
    await new Promise<void>((resolve, reject) => {
      const counted = limiter(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
      Promise.resolve(counted).catch(reject);
    });
  };
}

/** Who a call counts against: the user, else the address, IPv6 by its network. */
export const callerKey = (caller: Caller, request: Request): string =>
  caller.userId === null ? `ip:${ipKeyGenerator(request.ip ?? '', ipv6Subnet)}` : `user:${caller.userId}`;
