import swaggerUi from 'swagger-ui-express';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import { createOpenApiDocument } from '../../openapi/openapi-document.ts';

/** The routes that describe all others, and themselves. */
export function createDocsRoutes(described: readonly Route[]): Route[] {
  let document: object | undefined;
  const openApi = defineRoute({
    method: 'get',
    path: '/openapi.json',
    operationId: 'getOpenApi',
    tag: 'system',
    summary: 'This document',
    description: 'OpenAPI 3.1, made of the schemas that check every request.',
    access: 'public',
    limit: null,
    response: { status: 200, schema: z.looseObject({ openapi: z.literal('3.1.0') }) },
    errors: [],
  }).handledBy(async ({ context }) => {
    document ??= createOpenApiDocument([...described, ...own], context.config.version);
    return { body: { openapi: '3.1.0', ...document } };
  });
  const docs = defineRoute({
    method: 'get',
    path: '/docs',
    operationId: 'getDocs',
    tag: 'system',
    summary: 'Swagger UI: read and try every operation',
    description: 'A page for browsers; it loads this very document.',
    access: 'public',
    limit: null,
    response: { status: 200, schema: z.string(), contentType: 'text/html; charset=utf-8' },
    errors: [],
  }).handledBy(async () => ({ body: page() }));
  const own = [openApi, docs];
  return own;
}

/** Swagger UI's page; its files are found below /docs whether or not the address ends in a slash. */
const page = (): string =>
  swaggerUi
    .generateHTML(undefined, { customSiteTitle: 'Tulkka Lessons API' })
    .replaceAll(/(href|src)="\.\//g, '$1="/docs/');
