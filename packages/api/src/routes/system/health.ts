import { warningsOf } from '@tulkka/shared/config';
import { DependencyUnavailableError } from '@tulkka/shared/errors';
import { z } from 'zod';
import { Moment } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';

const State = z.enum(['connected', 'disconnected', 'error']);

export const health = defineRoute({
  method: 'get',
  path: '/health',
  operationId: 'getHealth',
  tag: 'system',
  summary: 'How the process and its databases are',
  description:
    'Always 200 while the process lives. `mysql` is the games database, also where that is SQLite; `error` while its tables are older than the code.',
  access: 'public',
  limit: null,
  response: {
    status: 200,
    schema: z.strictObject({
      status: z.enum(['healthy', 'degraded']),
      timestamp: Moment,
      version: z.string(),
      databases: z.strictObject({ mysql: State, supabase: State }),
      warnings: z.array(z.string()).meta({ description: 'What is dangerous or amiss, in sentences.' }),
    }),
  },
  errors: [],
}).handledBy(async ({ context }) => {
  const { mysql, supabase, troubles } = await context.probes.check();
  const limits = [context.countCall.trouble()].filter((trouble) => trouble !== null);
  const healthy = mysql === 'connected' && supabase === 'connected';
  return {
    headers: { 'Cache-Control': 'no-store' },
    body: {
      status: healthy ? 'healthy' : 'degraded',
      timestamp: new Date().toISOString(),
      version: context.config.version,
      databases: { mysql, supabase },
      warnings: [...warningsOf(context.config), ...troubles, ...limits],
    },
  };
});

export const ready = defineRoute({
  method: 'get',
  path: '/ready',
  operationId: 'getReadiness',
  tag: 'system',
  summary: 'Whether to send requests here',
  description: '503 while a configured database is away, and from the moment that the process begins to stop.',
  access: 'public',
  limit: null,
  response: { status: 200, schema: z.strictObject({ status: z.literal('ready') }) },
  errors: ['dependency_unavailable'],
}).handledBy(async ({ context }) => {
  if (context.lifecycle.draining) throw new DependencyUnavailableError('The process is stopping.');
  const { mysql, supabase, troubles } = await context.probes.check();
  if (mysql !== 'connected') throw new DependencyUnavailableError(troubles[0] ?? `The games database is ${mysql}.`);
  if (context.probes.lessonsConfigured && supabase !== 'connected') {
    throw new DependencyUnavailableError(`The lessons database is ${supabase}.`);
  }
  return { headers: { 'Cache-Control': 'no-store' }, body: { status: 'ready' } };
});

export const metrics = defineRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  tag: 'system',
  summary: 'Measurements for Prometheus',
  description: 'In the text format; of all web workers, whichever is asked.',
  // They tell how busy the service is: in jwt mode Prometheus brings a service token.
  access: 'lessons',
  limit: null,
  response: { status: 200, schema: z.string(), contentType: 'text/plain; version=0.0.4; charset=utf-8' },
  errors: ['dependency_unavailable'],
}).handledBy(async ({ context }) => ({
  headers: { 'Cache-Control': 'no-store' },
  body: await context.tellMetrics(),
}));
