import type { RequestHandler, Response } from 'express';
import type { ApiContext } from '../context.ts';
import { requireAccess } from './authorize.ts';
import { createBodyReader } from './read-body.ts';
import { requestIdOf } from './request-id.ts';
import type { Answer, Route } from './route.ts';

/** Serves one route: who calls, how often, with what, may they, and then the handler. */
export function serveRoute(context: ApiContext, route: Route): RequestHandler {
  const readBody = createBodyReader(route);
  const { authenticator } = context;
  return async (request, response) => {
    const requestId = requestIdOf(response);
    let caller = await authenticator.identify(request);
    const { body, rawBody } = await readBody(request, response);
    if (caller.userId === null) caller = await authenticator.identify(request, body);
    requireAccess(route.access, authenticator.mode, caller);
    const prepared = route.prepare({ params: request.params, query: request.query, body });
    const [userId = caller.userId] = prepared.userIds;
    const answer = await prepared.run({
      caller,
      userId,
      context,
      requestId,
      request,
      rawBody,
      get log() {
        return context.log.child({ request_id: requestId });
      },
    });
    send(response, route, answer);
  };
}

function send(response: Response, route: Route, answer: Answer<unknown>): void {
  response.status(answer.status ?? route.response.status);
  if (route.method === 'get') response.setHeader('Cache-Control', 'private, no-cache');
  if (answer.headers) response.set(answer.headers);
  if (answer.body === undefined) response.end();
  else if (route.response.contentType) response.type(route.response.contentType).send(answer.body);
  else response.json(answer.body);
}
