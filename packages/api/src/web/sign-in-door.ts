import { AppError } from '@tulkka/shared/errors';
import express, { type Request, type RequestHandler } from 'express';
import { nobody } from '../access/caller.ts';
import type { CountCall } from '../http/limits.ts';

/** What of Supabase Auth a browser needs: nothing for administrators, nothing of other people. */
const passedOn = /^\/(token|signup|logout|recover|otp|verify|user)$/;
/** Headers that mean something to Supabase Auth. */
const passedHeaders = ['apikey', 'authorization', 'content-type', 'x-client-info'] as const;
const largestBody = '16kb';
const timeoutMs = 15_000;

/**
 * Supabase Auth under our own address, for a project that browsers cannot reach themselves: an embedded one listens on
 * loopback, one of Docker's on a network of its own, and Lite 0.10 refuses the header `apikey` of pages from elsewhere.
 * Nothing is tried again: a refresh token is good for once.
 */
export function openSignInDoor(supabaseUrl: string, countCall: CountCall): RequestHandler[] {
  const pass: RequestHandler = async (request, response) => {
    if (!passedOn.test(request.path) || !['GET', 'POST', 'PUT'].includes(request.method)) {
      throw new AppError('not_found', 'Signing in has no such step.');
    }
    const counted = { operationId: `signIn${request.path}`, limit: 'default' as const };
    await countCall(counted, nobody, request, response);
    const answer = await ask(supabaseUrl, request);
    const location = answer.headers.get('location');
    // A link out of an e-mail ends in the app.
    if (location !== null) response.set('Location', location);
    response
      .status(answer.status)
      .set('Cache-Control', 'no-store')
      .type(answer.headers.get('content-type') ?? 'application/json')
      .send(Buffer.from(await answer.arrayBuffer()));
  };
  return [express.raw({ type: () => true, limit: largestBody }), pass];
}

async function ask(supabaseUrl: string, request: Request): Promise<Response> {
  const headers = new Headers();
  for (const name of passedHeaders) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const query = new URL(request.originalUrl, supabaseUrl).search;
  try {
    return await fetch(`${supabaseUrl}/auth/v1${request.path}${query}`, {
      method: request.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(Buffer.isBuffer(request.body) && request.body.length > 0 && { body: new Uint8Array(request.body) }),
    });
  } catch (error) {
    throw new AppError('dependency_unavailable', 'Signing in is not possible at the moment: try again in a minute.', {
      cause: error,
      retryable: true,
    });
  }
}
