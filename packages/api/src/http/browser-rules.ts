import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Config } from '@tulkka/shared/config';
import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const readableHeaders = [
  'ETag',
  'Idempotency-Replayed',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
];

const onThisMachine = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** What browsers are told: which pages may call, and what an answer may be used for. */
export function browserRules(config: Config): RequestHandler[] {
  return [
    sameForAll(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } })),
    corsRules(config),
  ];
}

/**
 * A middleware whose headers depend on nothing in a request, asked once instead of each time: helmet calls a dozen
 * functions for a dozen constants.
 */
function sameForAll(middleware: Middleware): RequestHandler {
  const request = new IncomingMessage(new Socket());
  const sample = new ServerResponse(request);
  middleware(request, sample, (error) => {
    if (error) throw error;
  });
  const headers = Object.entries(sample.getHeaders());
  return (_request, response, next) => {
    for (const [name, value] of headers) if (value !== undefined) response.setHeader(name, value);
    next();
  };
}

/** A middleware of nothing but Node's own requests and responses. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** Only named origins may call; a laptop also lets pages of its own in. A wildcard never goes with credentials. */
function corsRules({ http: { corsOrigins }, environment }: Config): RequestHandler {
  const everyone = corsOrigins.includes('*');
  const ownPages = environment === 'production' || corsOrigins.length > 0 ? [] : [onThisMachine];
  const rules = cors({
    origin: everyone ? '*' : [...corsOrigins, ...ownPages],
    credentials: !everyone,
    exposedHeaders: readableHeaders,
    maxAge: 600,
  });
  // Who names no origin, and does not ask beforehand, is told the same each time.
  const withoutOrigin = sameForAll(rules);
  return (request, response, next) => {
    const isOfAPage = request.headers.origin !== undefined || request.method === 'OPTIONS';
    (isOfAPage ? rules : withoutOrigin)(request, response, next);
  };
}
