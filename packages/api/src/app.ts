import { NotFoundError } from '@tulkka/shared/errors';
import express, { type Express } from 'express';
import swaggerUi from 'swagger-ui-express';
import type { ApiContext } from './context.ts';
import { browserRules } from './http/browser-rules.ts';
import { byArea } from './http/by-area.ts';
import { answerProblems } from './http/problems.ts';
import { assignRequestId } from './http/request-id.ts';
import type { Route } from './http/route.ts';
import { serveRoute } from './http/serve-route.ts';
import { serveWeb } from './web/serve-web.ts';
import { openSignInDoor } from './web/sign-in-door.ts';

/** The web application: what goes before every route, the routes, and what becomes of everything else. */
export function createApp(context: ApiContext, routes: readonly Route[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', 'strong');
  app.set('query parser', 'simple');
  app.set('trust proxy', context.config.http.trustProxyHops);
  app.use(assignRequestId, ...browserRules(context.config));
  app.use((_request, response, next) => {
    // A connection that stays open would keep a stopping process alive.
    if (context.lifecycle.draining) response.setHeader('Connection', 'close');
    next();
  });
  const { signIn } = context.config;
  if (signIn?.throughUs) app.use('/auth/v1', ...openSignInDoor(signIn.url, context.countCall));
  for (const handler of serveWeb(context.config, routes)) app.use(handler);
  const placed = inMatchingOrder(routes).map((route) => ({
    method: route.method,
    path: expressPath(route.path),
    handler: serveRoute(context, route),
  }));
  app.use(byArea(placed));
  app.use('/docs', swaggerUi.serveFiles(undefined, { swaggerUrl: '/openapi.json' }));
  app.use((request) => {
    throw new NotFoundError(`${request.method} ${request.path}`);
  });
  app.use(answerProblems(context.log));
  return app;
}

/** `/a/{b}` as Express writes it. */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Fixed segments before parameters, so that the order in which areas list their routes means nothing. */
function inMatchingOrder(routes: readonly Route[]): Route[] {
  const key = (route: Route): string => route.path.replaceAll(/\{\w+\}/g, '\u{10ffff}');
  return [...routes].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
