import { unavailableOr } from '@tulkka/shared/database';
import { AppError, type ErrorCode, NotFoundError, StaleError, ValidationError } from '@tulkka/shared/errors';
import type { Logger } from '@tulkka/shared/logging';
import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { requestIdOf } from './request-id.ts';

/** What each code means in HTTP: its status, and the title that all problems of the kind share. */
export const problemKinds: Readonly<Record<ErrorCode, { status: number; title: string }>> = {
  validation_error: { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'Nobody is known to be calling' },
  forbidden: { status: 403, title: 'This caller may not do that' },
  not_found: { status: 404, title: 'There is no such thing' },
  conflict: { status: 409, title: 'This contradicts what is stored' },
  session_completed: { status: 409, title: 'The session is completed' },
  idempotency_in_progress: { status: 409, title: 'The first call with this key is still running' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is of the wrong kind' },
  not_in_session: { status: 422, title: 'The item is not in this session' },
  idempotency_mismatch: { status: 422, title: 'This key was used for another request' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  upstream_failed: { status: 502, title: 'A service that we depend on failed' },
  dependency_unavailable: { status: 503, title: 'A part of the system is away' },
};

/** The problem document of RFC 9457, as every error is answered. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ description: 'Names the kind of problem; the same for all of a code.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'A sentence for a person.' }),
    code: z.string().meta({ description: 'Stable; branch on this.' }),
    instance: z.string().meta({ description: 'The request id, also in X-Request-Id.' }),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    revision: z
      .int()
      .optional()
      .meta({ description: 'Where a change came too late: the revision that is stored now.' }),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof Problem>;

/** Any thrown value as the problem that its caller may see. */
export function problemOf(thrown: unknown, instance: string): Problem {
  const error = toAppError(thrown);
  return {
    type: `urn:tulkka:problem:${error.code}`,
    ...problemKinds[error.code],
    detail: error.message,
    code: error.code,
    instance,
    ...(error instanceof ValidationError ? { errors: [...error.issues] } : {}),
    ...(error instanceof StaleError ? { revision: error.revision } : {}),
  };
}

/** The one place where errors become answers. Unknown ones are logged in full and answered without detail. */
export function answerProblems(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    const problem = problemOf(thrown, requestIdOf(response));
    if (problem.status >= 500) {
      const fields = { request_id: problem.instance, method: request.method, path: request.path, error: thrown };
      if (problem.code === 'internal_error') log.error('request failed', fields);
      else log.warn('request failed', fields);
    }
    if (response.headersSent) return next(thrown);
    const waitMs = thrown instanceof AppError ? thrown.retryAfterMs : undefined;
    if (waitMs !== undefined) response.setHeader('Retry-After', Math.max(1, Math.ceil(waitMs / 1000)));
    if (problem.code === 'unauthorized') response.setHeader('WWW-Authenticate', 'Bearer');
    for (const name of ['ETag', 'Last-Modified', 'Content-Range', 'Content-Disposition']) response.removeHeader(name);
    response.setHeader('Cache-Control', 'no-store');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

const internal = 'The request could not be served. The request id finds it in the log.';

/** Any thrown value as a member of the error family. */
function toAppError(thrown: unknown): AppError {
  const error = unavailableOr(thrown);
  if (error instanceof AppError) {
    return error.code === 'internal_error' ? new AppError('internal_error', internal, { cause: error }) : error;
  }
  return fromExpress(error) ?? new AppError('internal_error', internal, { cause: error });
}

/** What Express and its body parsers refuse by themselves, told by the status they give it. */
function fromExpress(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  switch (error.status) {
    case 413:
      return new AppError('payload_too_large', 'The body is larger than this route takes.', { cause: error });
    case 415:
      return new AppError('unsupported_media_type', 'The body has an encoding or a charset that is not known.', {
        cause: error,
      });
    case 404:
      return new NotFoundError('What you asked for');
    case 416:
      return new ValidationError([{ path: 'Range', message: 'lies outside the file' }]);
    default:
      if (error.status < 400 || error.status > 499) return undefined;
      return error instanceof URIError
        ? new ValidationError([{ path: 'path', message: 'is not valid percent-encoding' }])
        : new ValidationError([{ path: 'body', message: 'is not valid JSON' }]);
  }
}
