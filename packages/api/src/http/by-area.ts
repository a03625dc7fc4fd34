import { type RequestHandler, Router } from 'express';

/** A handler and where it stands. */
export interface PlacedHandler {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it: `/a/:b`. */
  path: string;
  handler: RequestHandler;
}

/**
 * Serves routes with a router for each area. Express tries one path after the other, and with all of them in one row that
 * costs a read more than its handler does; an area has a dozen. The areas only choose a router: whole paths are matched
 * in it, in the order given, by Express's own rules.
 */
export function byArea(placed: readonly PlacedHandler[]): RequestHandler {
  const areas = new Map<string, Router>();
  for (const { method, path, handler } of placed) {
    const area = areas.get(areaOf(path)) ?? Router();
    areas.set(areaOf(path), area);
    area[method](path, handler);
  }
  return (request, response, next) => {
    const area = areas.get(areaOf(request.path));
    if (area) area(request, response, next);
    else next();
  };
}

/** `sessions` of `/api/v1/sessions/start`, `health` of `/health`; Express takes capitals for small letters, too. */
function areaOf(path: string): string {
  const [, first = '', , third = ''] = path.toLowerCase().split('/', 4);
  return first === 'api' ? third : first;
}
