import fc from 'fast-check';
import { z } from 'zod';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { problemKinds } from '../src/http/problems.ts';
import { errorsOf, type Route } from '../src/http/route.ts';
import { routes } from '../src/routes/index.ts';
import { operations } from './operations/index.ts';
import { sendCall } from './operations/operation-call.ts';
import { createWorld, people, type World } from './world.ts';

/** Values that have broken programs before, besides any JSON at all. */
const oddValues = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '2026-02-30',
    -1,
    1e308,
    2 ** 53,
    [],
    {},
    null,
    'a'.repeat(300),
    '__proto__',
  ),
  fc.string({ unit: 'binary' }),
);

/** The fields that a schema names. */
const fieldsOf = (schema: z.ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** Any JSON, or objects of the right fields with anything in them, or nearly right ones. */
function bodies(route: Route, right: object): fc.Arbitrary<unknown> {
  const names = [...fieldsOf(route.body), 'user_id', 'extra'];
  const some = fc.dictionary(fc.constantFrom(...names), oddValues, { maxKeys: names.length });
  return fc.oneof(
    fc.jsonValue(),
    some,
    some.map((odd) => ({ ...right, ...odd })),
  );
}

onEveryDatabase((database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(database());
  }, 90_000);
  afterAll(() => world.close());

  test.each(routes.map((route): [string, Route] => [route.operationId, route]))(
    'whatever comes, %s answers as documented',
    async (id, route) => {
      const documented = [route.response, ...(route.otherResponses ?? [])]
        .map(({ status }) => status)
        .concat(errorsOf(route).map((code) => problemKinds[code].status))
        .filter((status) => status !== 500);
      const call = await operations[id]?.(world);
      if (!call) throw new Error(`There is no call of ${id} in tests/operations.`);
      const { userId, role } = people[call.by ?? 'learner'];
      const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
      const names = [...fieldsOf(route.query), 'user_id', 'page', 'limit', 'extra'];
      const queries = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 3 });
      const params = fc.oneof(
        fc.constant(call.params ?? {}),
        fc.dictionary(fc.constantFrom('id', ...Object.keys(call.params ?? {})), text),
      );
      // Nobody waits for the end of a stream that has none.
      const endingStream: Record<string, string> =
        route.response.contentType === 'text/event-stream' ? { live: 'false' } : {};
      await fc.assert(
        fc.asyncProperty(params, queries, bodies(route, call.body ?? {}), async (odd, query, body) => {
          const given = { params: { ...call.params, ...odd }, query: { ...endingStream, ...query } };
          const hasBody = route.method !== 'get' && route.method !== 'delete';
          const json = hasBody ? { raw: { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) } } : {};
          const answer = await sendCall(world.api.as(userId, role), route, { ...given, ...json });
          if (answer.status === 404 && answer.body.detail?.startsWith(route.method.toUpperCase())) return;
          expect(documented).toContain(answer.status);
          if (answer.status >= 400) {
            expect(answer.type).toBe('application/problem+json');
            expect(errorsOf(route)).toContain(answer.body.code);
          }
        }),
        { numRuns: 25 },
      );
    },
  );
});
