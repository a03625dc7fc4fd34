import type { ErrorCode } from '@tulkka/shared/errors';
import { type Issue, ValidationError } from '@tulkka/shared/errors';
import type { Logger } from '@tulkka/shared/logging';
import type { Request } from 'express';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import type { ApiContext } from '../context.ts';
import { UserId } from './fields.ts';
import type { Access, Answer, LimitClass, Method } from './route-rules.ts';

/** What a handler gets: checked input, and who asks. */
export interface Call<Params, Query, Body, Allowed extends Access> {
  params: Params;
  query: Query;
  body: Body;
  caller: Caller;
  /**
   * Whose data the call is about: the `user_id` of path, query or body, which the caller was found to be allowed to
   * act for, else the caller.
   */
  userId: Allowed extends 'known' | 'staff' ? string : string | null;
  context: ApiContext;
  requestId: string;
  log: Logger;
  /** The request itself, for what is streamed: uploads, and the bytes under a signature. */
  request: Request;
  /** The bytes of the body; empty unless the route sets `body.type` to `raw`. */
  rawBody: Buffer;
}

export interface ResponseDefinition<Schema extends z.ZodType = z.ZodType> {
  status: number;
  schema: Schema;
  /** `application/json` unless said otherwise; then the handler's body is the text or the bytes to send. */
  contentType?: string;
  description?: string;
}

/** Everything about one route but the function that serves it: its place, its rules, its input and output. */
export interface RouteDefinition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Output extends z.ZodType,
  Allowed extends Access,
> {
  method: Method;
  /** As OpenAPI writes it: `/api/v1/word-lists/{list_id}`. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  access: Allowed;
  limit: LimitClass | null;
  params?: Params;
  query?: Query;
  body?: Body;
  /** How the body arrives. `json` is read and checked; `raw` gives the bytes; `stream` leaves the request unread. */
  bodyType?: 'json' | 'raw' | 'stream';
  /** The media type of a `raw` or `stream` body, for the document. */
  bodyMediaType?: string;
  /** Bytes that a body may have; 256 KiB unless said otherwise. */
  bodyLimit?: number;
  response: ResponseDefinition<Output>;
  /** Where that which was made is to be found: the Location of a 201, the first time and when the call is repeated. */
  location?(made: z.input<Output>): string;
  /** Answers with another status that are no errors either. */
  otherResponses?: readonly ResponseDefinition[];
  /** The errors that the handler itself can give; those of the conventions (401, 429, …) are added by the mechanism. */
  errors: readonly ErrorCode[];
  example?: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; response?: unknown };
}

/** The one function that serves a route. */
export type Handler<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Output extends z.ZodType,
  Allowed extends Access,
> = (call: Call<z.output<Params>, z.output<Query>, z.output<Body>, Allowed>) => Promise<Answer<z.input<Output>>>;

/** The input of a request before anything was checked. */
export interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** What the mechanism adds to the checked input to make a call. */
export type CallParts = Omit<Call<unknown, unknown, unknown, 'known'>, 'params' | 'query' | 'body' | 'userId'> & {
  userId: string | null;
};

/** A request whose input was found right: whose data it names, and the way to serve it. */
export interface PreparedCall {
  /** The users whose data path, query and body ask for; the caller must be allowed to act for each. */
  userIds: string[];
  run(parts: CallParts): Promise<Answer<unknown>>;
}

/** A route as the app, the document and the tests see it: the definition with its types checked and put aside. */
export interface Route extends Omit<RouteDefinition<z.ZodType, z.ZodType, z.ZodType, z.ZodType, Access>, 'response'> {
  response: ResponseDefinition;
  /** Checks the input. @throws ValidationError with every problem. */
  prepare(raw: RawInput): PreparedCall;
}

const nothing = z.strictObject({});

/**
 * Begins a route; `handledBy` ends it. Two steps, because TypeScript gives the handler exact types only once the schemas
 * are settled: `defineRoute({ … }).handledBy(async ({ params, context }) => ({ body: … }))`.
 */
export function defineRoute<
  Output extends z.ZodType,
  Allowed extends Access,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(definition: RouteDefinition<Params, Query, Body, Output, Allowed>) {
  return {
    handledBy: (handler: Handler<Params, Query, Body, Output, Allowed>): Route => buildRoute(definition, handler),
  };
}

function buildRoute<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Output extends z.ZodType,
  Allowed extends Access,
>(
  definition: RouteDefinition<Params, Query, Body, Output, Allowed>,
  handler: Handler<Params, Query, Body, Output, Allowed>,
): Route {
  const check = {
    params: checker('', definition.params),
    query: checker('', definition.query),
    body: checker('', definition.bodyType === undefined ? definition.body : undefined),
  };
  const takesIdentity = definition.access !== 'public';
  // What watches a service likes to add something that no cache has seen.
  const anyQuery = !takesIdentity && definition.query === undefined;
  return {
    ...definition,
    prepare(raw) {
      const issues: Issue[] = [];
      const userIds: string[] = [];
      const params = check.params(raw.params, { issues, userIds, takesIdentity: false });
      const query = check.query(anyQuery ? {} : raw.query, { issues, userIds, takesIdentity });
      const body = check.body(raw.body, { issues, userIds, takesIdentity });
      if (issues.length > 0) throw new ValidationError(issues);
      return {
        userIds,
        run: ({ userId, ...parts }) => {
          const call: Call<unknown, unknown, unknown, Access> = { ...parts, params, query, body, userId };
          // The three parts were made by the very schemas that gave the handler its types, and access rules out null.
          return handler(call as Call<z.output<Params>, z.output<Query>, z.output<Body>, Allowed>);
        },
      };
    },
  };
}

interface Findings {
  issues: Issue[];
  userIds: string[];
  /** Whether `user_id` may stand here although the schema does not name it. */
  takesIdentity: boolean;
}

/** Checks one part of the input, and gathers its problems and the user it names. */
function checker(prefix: string, schema: z.ZodType = nothing): (value: unknown, findings: Findings) => unknown {
  const namesUser = schema instanceof z.ZodObject && 'user_id' in schema.shape;
  return (value, { issues, userIds, takesIdentity }) => {
    let rest = value ?? {};
    if (isRecord(rest) && 'user_id' in rest && (namesUser || takesIdentity)) {
      const { user_id: given, ...others } = rest;
      if (given !== undefined && given !== null) {
        const user = UserId.safeParse(given);
        if (user.success) userIds.push(user.data);
        else if (!namesUser) issues.push(...issuesOf(user.error, `${prefix}user_id`));
      }
      if (!namesUser) rest = others;
    }
    const result = schema.safeParse(rest);
    if (result.success) return result.data;
    issues.push(...issuesOf(result.error, prefix));
    return undefined;
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Zod's findings as the API words them; an unknown field is a problem of its own, under its own name. */
export function issuesOf(error: z.ZodError, prefix: string): Issue[] {
  return error.issues.flatMap((issue) => {
    const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: 'is not a known field' }));
  });
}

/** Every error that a route can give: its handler's own, and those of the conventions that it falls under. */
export function errorsOf(route: Route): ErrorCode[] {
  const open = route.access === 'public';
  const reads = route.method !== 'get' && route.method !== 'delete';
  const codes = new Set<ErrorCode>(route.errors);
  const add = (when: boolean, ...added: ErrorCode[]): void => {
    if (when) for (const code of added) codes.add(code);
  };
  add(!open || reads || Boolean(route.params ?? route.query), 'validation_error');
  add(!open, 'unauthorized', 'forbidden', 'dependency_unavailable');
  add(reads, 'payload_too_large', 'unsupported_media_type');
  add(!open && route.method === 'post', 'idempotency_in_progress', 'idempotency_mismatch');
  add(route.limit !== null, 'rate_limited');
  add(true, 'internal_error');
  return [...codes];
}
