import type { ErrorCode } from '@tulkka/shared/errors';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { UserId } from '../http/fields.ts';
import { callsPerMinute } from '../http/limits.ts';
import { Problem, problemKinds } from '../http/problems.ts';
import { errorsOf, type ResponseDefinition, type Route } from '../http/route.ts';
import { describeTags } from './tags.ts';

const description = `Recorded English lessons become practice: five games, made of the very words, mistakes and sentences of a lesson.

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`. Lists take \`page\` and \`limit\`. Every POST takes an
\`Idempotency-Key\`. Reads carry a strong \`ETag\`. Who calls is told by a bearer token, or, where the server runs in trusted
mode, by \`X-User-Id\` and \`X-User-Role\`.`;

/** The OpenAPI 3.1 document of these routes, made of the schemas that check them. */
export function createOpenApiDocument(routes: readonly Route[], version: string): object {
  const paths: ZodOpenApiPathsObject = {};
  const problems = createProblemResponses();
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describeOperation(route, problems) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Tulkka Lessons',
      version,
      description,
      contact: { name: 'Tulkka Lessons' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: describeTags(routes),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'AUTH_MODE=jwt' },
        userId: { type: 'apiKey', in: 'header', name: 'X-User-Id', description: 'AUTH_MODE=trusted: who calls' },
        userRole: {
          type: 'apiKey',
          in: 'header',
          name: 'X-User-Role',
          description: 'AUTH_MODE=trusted: student (default), teacher, admin or service',
        },
      },
    },
  });
}

function describeOperation(route: Route, problems: DescribeProblems): ZodOpenApiOperationObject {
  const isOpen = route.access === 'public';
  const query = withUserId(route.query ?? z.strictObject({}), !isOpen);
  const header = !isOpen && route.method === 'post' ? z.object({ 'Idempotency-Key': IdempotencyKey.optional() }) : null;
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description || route.limit ? { description: describe(route) } : {}),
    security: securityOf(route),
    requestParams: {
      ...(route.params instanceof z.ZodObject ? { path: route.params } : {}),
      ...(query instanceof z.ZodObject && Object.keys(query.shape).length > 0 ? { query } : {}),
      ...(header ? { header } : {}),
    },
    ...describeBody(route),
    responses: describeResponses(route, problems),
  };
}

const IdempotencyKey = z.string().min(1).max(255).meta({
  description: 'Repeat a call with the same key and body, and it is done once: the first answer comes again.',
});

/** `user_id` may stand in query and body of every route that knows its callers. */
function withUserId(schema: z.ZodType, isIdentified: boolean): z.ZodType {
  if (!isIdentified || !(schema instanceof z.ZodObject) || 'user_id' in schema.shape) return schema;
  return schema.safeExtend({
    user_id: UserId.optional().meta({ description: 'Whose data is meant, where that is not the caller’s own.' }),
  });
}

function describe(route: Route): string {
  const limit = route.limit && `At most ${callsPerMinute[route.limit]} calls a minute.`;
  return [route.description, limit].filter(Boolean).join('\n\n');
}

function securityOf({ access }: Route): Record<string, string[]>[] {
  if (access === 'public') return [];
  const anyone: Record<string, string[]>[] = access === 'catalogue' || access === 'lessons' ? [{}] : [];
  return [{ bearer: [] }, { userId: [], userRole: [] }, ...anyone];
}

function describeBody(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (!route.body) return {};
  const example = route.example?.body === undefined ? {} : { example: route.example.body };
  if (route.bodyType !== undefined) {
    const type = route.bodyMediaType ?? 'application/octet-stream';
    return {
      requestBody: {
        required: true,
        content: { [type]: { schema: named(route.body, `${operationName(route)}Request`), ...example } },
      },
    };
  }
  const schema = named(withUserId(route.body, route.access !== 'public'), `${operationName(route)}Request`);
  const required = !route.body.safeParse({}).success;
  return { requestBody: { required, content: { 'application/json': { schema, ...example } } } };
}

const whereMade = {
  Location: { description: 'Where it is to be found', schema: { type: 'string', format: 'uri-reference' } },
} as const;

function describeResponses(route: Route, problems: DescribeProblems): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  const example = route.example?.response === undefined ? {} : { example: route.example.response };
  const add = (
    { status, schema, contentType = 'application/json', description }: ResponseDefinition,
    contentExtra: object,
    extra: Pick<ZodOpenApiResponseObject, 'headers'> = {},
  ) => {
    const type = contentType.split(';')[0] ?? contentType;
    const name = `${operationName(route)}Response${status === route.response.status ? '' : status}`;
    const shown = type === 'application/json' ? named(schema, name) : schema;
    responses[`${status}` as `${2}${string}`] = {
      description: description ?? (status === 201 ? 'Made' : 'Done'),
      content: { [type]: { schema: shown, ...contentExtra } },
      ...extra,
    };
  };
  add(route.response, example, route.location ? { headers: whereMade } : {});
  for (const other of route.otherResponses ?? []) add(other, {});
  for (const [status, codes] of problemsByStatus(route)) {
    responses[`${status}` as `${4}${string}`] = problems(status, codes);
  }
  if (!Object.keys(responses).some((status) => status.startsWith('4'))) responses['4XX'] = malformed;
  return responses;
}

/** What the server refuses before any route sees it, where a route has no errors of its own. */
const malformed: ZodOpenApiResponseObject = {
  id: 'malformed',
  description: 'The request could not be read: a malformed address, or headers that are too large',
  content: { 'application/problem+json': { schema: Problem } },
};

/** `GetLesson` for `getLesson`. */
const operationName = ({ operationId }: Route): string => operationId.charAt(0).toUpperCase() + operationId.slice(1);

/** Schemas made already for a name: a route that answers the same with two statuses shows one schema. */
const namedSchemas = new WeakMap<z.ZodType, z.ZodType>();

/** The schema under its own name in the document, or else under this one. */
function named(schema: z.ZodType, name: string): z.ZodType {
  if (schema.meta()?.id !== undefined) return schema;
  const known = namedSchemas.get(schema) ?? schema.meta({ ...schema.meta(), id: name });
  namedSchemas.set(schema, known);
  return known;
}

type DescribeProblems = (status: number, codes: readonly ErrorCode[]) => ZodOpenApiResponseObject;

/** Describes the errors of a status; routes that can give the same ones share one description. */
function createProblemResponses(): DescribeProblems {
  const known = new Map<string, ZodOpenApiResponseObject>();
  return (status, codes) => {
    const id = codes.join('.or.');
    const [code = 'internal_error'] = codes;
    const { title } = problemKinds[code];
    const example = {
      type: `urn:tulkka:problem:${code}`,
      title,
      status,
      detail: `${title}.`,
      code,
      instance: '3b1f6c1e-6f0e-4f1c-9e55-2f8f0f0b7a11',
    };
    const response = known.get(id) ?? {
      id,
      description: codes.map((one) => `\`${one}\`: ${problemKinds[one].title}`).join('; '),
      content: { 'application/problem+json': { schema: Problem, example } },
    };
    known.set(id, response);
    return response;
  };
}

/** The errors that a route can give, by their status. */
function problemsByStatus(route: Route): Map<number, ErrorCode[]> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(route)) {
    const { status } = problemKinds[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b));
}
