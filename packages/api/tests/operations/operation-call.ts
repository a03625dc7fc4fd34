import type supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import type { Route } from '../../src/http/route.ts';
import type { Person, World } from '../world.ts';

/** One right call of an operation. */
export interface OperationCall {
  /** Who may make it. */
  by?: Person;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  /** Bytes instead of a JSON body. */
  raw?: { type: string; bytes: Buffer };
  /** A multipart form instead of a JSON body. */
  form?: { fields: Record<string, string>; file: { name: string; content: string } };
  headers?: Record<string, string>;
  /** What it answers, when that is not the route's own status. */
  status?: number;
}

/** Makes what the call needs, and the call. */
export type MakeCall = (world: World) => OperationCall | Promise<OperationCall>;

/** Calls by operation id. */
export type Operations = Readonly<Record<string, MakeCall>>;

/** Sends a call over HTTP. */
export function sendCall(agent: TestAgent, route: Route, call: OperationCall): supertest.Test {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(call.params?.[name] ?? name),
  );
  const request = agent[route.method](path)
    .query(call.query ?? {})
    .set(call.headers ?? {});
  if (call.form) {
    for (const [name, value] of Object.entries(call.form.fields)) request.field(name, value);
    return request.attach('file', Buffer.from(call.form.file.content), call.form.file.name);
  }
  if (call.raw) return request.set('Content-Type', call.raw.type).send(call.raw.bytes.toString());
  return call.body === undefined ? request : request.send(call.body);
}
