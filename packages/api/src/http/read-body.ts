import { isUtf8 } from 'node:buffer';
import { AppError, ValidationError } from '@tulkka/shared/errors';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Route } from './route.ts';

const defaultLimit = 256 * 1024;
const noBytes = Buffer.alloc(0);

/** The body of a request, before its fields are checked. */
export interface ReceivedBody {
  body: unknown;
  rawBody: Buffer;
}

/** Makes the function that reads the bodies of one route, as JSON unless the route says otherwise. */
export function createBodyReader(route: Route): (request: Request, response: Response) => Promise<ReceivedBody> {
  const limit = route.bodyLimit ?? defaultLimit;
  if (route.method === 'get' || route.bodyType === 'stream') return async () => ({ body: undefined, rawBody: noBytes });
  if (route.bodyType === 'raw') {
    const parse = express.raw({ limit, type: () => true });
    return async (request, response) => {
      await run(parse, request, response);
      return { body: undefined, rawBody: Buffer.isBuffer(request.body) ? request.body : noBytes };
    };
  }
  const parse = express.json({ limit, verify: requireUtf8 });
  return async (request, response) => {
    if (request.is('json') === false && request.get('content-length') !== '0') {
      throw new AppError('unsupported_media_type', 'Send the body as application/json.');
    }
    await run(parse, request, response);
    return { body: request.body, rawBody: noBytes };
  };
}

/** JSON travels as UTF-8; other bytes would be stored as signs that nobody wrote. */
function requireUtf8(_request: unknown, _response: unknown, bytes: Buffer): void {
  if (!isUtf8(bytes)) throw new ValidationError([{ path: 'body', message: 'is not UTF-8' }]);
}

/** A middleware as a promise. */
function run(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    middleware(request, response, (error: unknown) => (error ? reject(error) : resolve()));
  });
}
