import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '@tulkka/shared/config';
import type { Request, RequestHandler, Response } from 'express';
import sirv from 'sirv';
import type { Route } from '../http/route.ts';
import { pagePolicy } from './page-policy.ts';

/** Where `packages/web` puts what it builds; nothing of it is imported. */
const builtApp = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/**
 * The app for browsers: its files, and its page at every address that is not the API's. They are listed and stat'ed once,
 * sent as compressed at build time, and cost no database call. Empty where there is no app, or none is wanted.
 */
export function serveWeb(
  config: Pick<Config, 'webApp' | 'signIn'>,
  routes: readonly Route[],
  folder: string = builtApp,
): RequestHandler[] {
  if (!config.webApp || !existsSync(join(folder, 'index.html'))) return [];
  const policy = pagePolicy(config);
  const open = (vary: string): ReturnType<typeof sirv> =>
    sirv(folder, {
      brotli: true,
      gzip: true,
      etag: true,
      extensions: [],
      setHeaders: (response, path) => {
        // The name of a file below assets/ changes with its content; everything else is asked for again.
        const forever = path.startsWith('/assets/');
        response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
        response.setHeader('Content-Security-Policy', policy);
        response.setHeader('X-Frame-Options', 'DENY');
        response.setHeader('Vary', vary);
      },
    });
  // By its own name a file is the same for everybody. The service worker keeps it by that name and finds it by it for any
  // page, whatever that page's request accepts.
  const files = open('Accept-Encoding');
  const pages = open('Accept, Accept-Encoding');
  const ofTheApi = new Set(routes.map(({ path }) => path.split('/')[1] ?? '').filter((segment) => segment !== ''));
  return [
    (request, response, next) => {
      const segment = request.path.split('/')[1] ?? '';
      if ((request.method !== 'GET' && request.method !== 'HEAD') || ofTheApi.has(segment)) return next();
      if (segment === '') response.vary('Accept');
      const page = (): void => (wantsPage(request) ? sendPage(pages, request, response, next) : next());
      if (segment === '') page();
      else files(request, response, page);
    },
  ];
}

/** A browser that opens an address says `text/html`; everybody else means the API, `*` included. */
const wantsPage = (request: Request): boolean => (request.get('accept') ?? '').includes('text/html');

function sendPage(pages: ReturnType<typeof sirv>, request: Request, response: Response, next: () => void): void {
  request.url = '/index.html';
  pages(request, response, next);
}
