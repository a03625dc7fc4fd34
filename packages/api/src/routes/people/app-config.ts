import { samplePeople } from '@tulkka/shared/people';
import type { Request } from 'express';
import { z } from 'zod';
import { baseUrlOf } from '../../http/base-url.ts';
import { defineRoute } from '../../http/route.ts';

/** What a browser needs to know before anybody has signed in. */
export const getAppConfig = defineRoute({
  method: 'get',
  path: '/api/v1/app-config',
  operationId: 'getAppConfig',
  tag: 'people',
  summary: 'How a browser signs people in',
  description:
    'The Supabase project and its publishable key. The sample people are told to browsers on the same machine only, and never in production.',
  access: 'public',
  limit: 'catalog',
  response: {
    status: 200,
    schema: z
      .strictObject({
        success: z.literal(true),
        version: z.string(),
        auth: z.strictObject({
          mode: z.enum(['trusted', 'jwt']),
          url: z.string().nullable(),
          key: z.string().nullable(),
          browser_url: z
            .string()
            .nullable()
            .meta({ description: 'Where a browser signs in: the project itself, or this host where it is embedded.' }),
        }),
        samples: z.array(
          z.strictObject({ role: z.string(), name: z.string(), email: z.string(), password: z.string() }),
        ),
      })
      .meta({ id: 'AppConfig' }),
  },
  errors: [],
}).handledBy(async ({ context, request }) => {
  const { auth, signIn, version, environment } = context.config;
  const { samplePassword } = context.secrets;
  const tellsSamples = samplePassword !== null && environment !== 'production' && isOnThisMachine(request);
  return {
    headers: { 'Cache-Control': 'no-store' },
    body: {
      success: true,
      version,
      auth: {
        mode: auth.mode,
        url: signIn?.url ?? null,
        key: signIn?.key ?? null,
        browser_url: signIn?.throughUs ? baseUrlOf(request) : (signIn?.url ?? null),
      },
      samples: tellsSamples
        ? samplePeople.map(({ role, name, email }) => ({ role, name, email, password: samplePassword }))
        : [],
    },
  };
});

/** Both ends on this machine, under a name of this machine, and nobody in between: no proxy, no page by another name. */
function isOnThisMachine(request: Request): boolean {
  const { remoteAddress = '' } = request.socket;
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some((name) => request.get(name));
  const host = (request.get('host') ?? '').replace(/:\d+$/, '');
  return (
    /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(remoteAddress) &&
    !forwarded &&
    /^(localhost|127\.0\.0\.1|\[::1\])$/i.test(host)
  );
}
