import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const header = 'X-Request-Id';

/** Gives each request an id, the caller's own when it is a harmless one, and says it in the answer. */
export const assignRequestId: RequestHandler = (request, response, next) => {
  const given = request.get(header);
  response.setHeader(header, given !== undefined && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID());
  next();
};

/** The id of the request that this answers. */
export const requestIdOf = (response: Response): string => String(response.getHeader(header) ?? '');
