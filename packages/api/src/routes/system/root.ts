import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';

const Root = z.strictObject({
  name: z.string(),
  version: z.string(),
  status: z.literal('running'),
  documentation: z.string(),
  endpoints: z.record(z.string(), z.string()),
});

/** What this is, and where to read on. */
export const root = defineRoute({
  method: 'get',
  path: '/',
  operationId: 'getRoot',
  tag: 'system',
  summary: 'What this service is',
  description: 'Its name, version and where its descriptions are.',
  access: 'public',
  limit: null,
  response: { status: 200, schema: Root },
  errors: [],
}).handledBy(async ({ context }) => ({
  body: {
    name: 'Tulkka Lessons',
    version: context.config.version,
    status: 'running',
    documentation: '/docs',
    endpoints: {
      health: '/health',
      ready: '/ready',
      openapi: '/openapi.json',
      word_lists: '/api/v1/word-lists',
      exercises: '/api/v1/exercises',
      sessions: '/api/v1/sessions/start',
    },
  },
}));
