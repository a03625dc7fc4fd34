import type { Request, RequestHandler, Response } from 'express';
import { type Caller, nobody } from '../access/caller.ts';
import { requireAccess } from '../access/door.ts';
import { requireActingFor } from '../access/ownership.ts';
import type { ApiContext } from '../context.ts';
import { openEventStream } from './event-stream.ts';
import { callerKey } from './limits.ts';
import { createBodyReader } from './read-body.ts';
import { requestIdOf } from './request-id.ts';
import { requestLog } from './request-log.ts';
import type { Route } from './route.ts';
import type { Answer } from './route-rules.ts';
import { sendJson } from './send-json.ts';
import { sendSound } from './send-sound.ts';

/** Serves one route: who calls, how often, with what, may they, and then the handler. */
export function serveRoute(context: ApiContext, route: Route): RequestHandler {
  const readBody = createBodyReader(route);
  const { authenticator, metrics } = context;

  return async (request, response) => {
    const began = performance.now();
    const observe = () =>
      metrics.observeRequest(request.method, route.path, response.statusCode, (performance.now() - began) / 1000);
    response.once('close', observe);
    const requestId = requestIdOf(response);
    const known = await identify(request);
    // In trusted mode the body may be what names the caller, and the limits count by caller.
    const early = known.caller.userId === null && authenticator.mode === 'trusted' && !known.refusal;
    let received = early ? await readBody(request, response) : undefined;
    const caller = received ? await authenticator.identify(request, received.body) : known.caller;
    await context.countCall(route, caller, request, response);
    if (known.refusal) throw known.refusal;
    requireAccess(route.access, authenticator.mode, caller);
    received ??= await readBody(request, response);
    const { body, rawBody } = received;
    const prepared = route.prepare({ params: request.params, query: request.query, body });
    await requireActingFor(context.classes, caller, prepared.userIds);
    const [userId = caller.userId] = prepared.userIds;
    const log = requestLog(context.log, requestId);
    const answer = await context.statements.run(requestId, () =>
      context.idempotency.run(
        {
          route,
          caller: callerKey(caller, request),
          header: request.get('Idempotency-Key'),
          path: request.path,
          query: request.query,
          // A streamed body is not read yet; its length tells two of them apart well enough.
          body: route.bodyType === 'stream' ? request.get('content-length') : body,
          rawBody,
          requestId,
          log,
        },
        () => prepared.run({ caller, userId, context, requestId, request, rawBody, log }),
      ),
    );
    if (answer.events) {
      const { events } = answer;
      // How long somebody listens is no measure of how fast they were served.
      response.off('close', observe);
      openEventStream(request, response, (stream) => void events(stream));
      observe();
    } else if (answer.sound) await sendSound(request, response, answer.sound);
    else send(request, response, route, answer);
  };

  /** A proof of identity that does not hold is refused after it was counted, so that guessing is limited too. */
  async function identify(request: Request): Promise<{ caller: Caller; refusal?: unknown }> {
    if (route.access === 'public') return { caller: nobody };
    try {
      return { caller: await authenticator.identify(request) };
    } catch (refusal) {
      return { caller: nobody, refusal };
    }
  }
}

function send(request: Request, response: Response, route: Route, answer: Answer<unknown>): void {
  response.status(answer.status ?? route.response.status);
  if (route.method === 'get' && !answer.file) response.setHeader('Cache-Control', 'private, no-cache');
  if (route.location && response.statusCode === 201 && answer.body !== undefined)
    response.setHeader('Location', route.location(answer.body));
  if (answer.headers) response.set(answer.headers);
  if (answer.file) {
    const { root, name, maxAgeSeconds } = answer.file;
    response.sendFile(name, { root, maxAge: maxAgeSeconds * 1000, immutable: true });
  } else if (answer.written) sendJson(request, response, asBuffer(answer.written));
  else if (answer.body === undefined) response.end();
  else if (route.response.contentType) response.type(route.response.contentType).send(answer.body);
  else sendJson(request, response, Buffer.from(JSON.stringify(answer.body)));
}

/** The same bytes, not copied. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
