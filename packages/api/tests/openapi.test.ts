import { Ajv2020 } from 'ajv/dist/2020.js';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { errorsOf, type Route } from '../src/http/route.ts';
import { createOpenApiDocument } from '../src/openapi/openapi-document.ts';
import { tagDescriptions } from '../src/openapi/tags.ts';
import { routes } from '../src/routes/index.ts';
import { operations } from './operations/index.ts';
import { sendCall } from './operations/operation-call.ts';
import { createWorld, people, type World } from './world.ts';

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, DescribedResponse> }>>;
}
interface DescribedResponse {
  content: object;
  headers?: object;
}

test('every route has an operation id of its own, and a call in the table; the table holds nothing else', () => {
  const ids = routes.map((route) => route.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(operations).sort()).toEqual([...ids].sort());
});

test('every JSON body has a name of its own, every operation a 4XX and a tag that is described', () => {
  const made = JSON.parse(JSON.stringify(createOpenApiDocument(routes, '0.0.0')));
  const inlined: string[] = [];
  for (const { method, path, operationId, tag } of routes) {
    const { requestBody, responses } = made.paths[path][method];
    for (const part of [requestBody, ...Object.values(responses)]) {
      const schema = part?.content?.['application/json']?.schema;
      if (schema && !schema.$ref) inlined.push(operationId);
    }
    expect(Object.keys(responses).some((status) => status.startsWith('4'))).toBe(true);
    expect(made.tags).toContainEqual({ name: tag, description: expect.any(String) });
  }
  expect(inlined).toEqual([]);
  const names = ['Lesson', 'ExerciseSet', 'LessonExercises', 'Flashcard', 'SpellingWord', 'FillInBlank'];
  expect(Object.keys(made.components.schemas)).toEqual(expect.arrayContaining(names));
  // A description for a tag that is gone would describe nothing.
  expect(Object.keys(tagDescriptions).sort()).toEqual([...new Set(routes.map(({ tag }) => tag))].sort());
});

onEveryDatabase((database) => {
  let world: World;
  let document: Document;
  let ajv: Ajv2020;
  beforeAll(async () => {
    world = await createWorld(database());
    document = (await world.api.agent.get('/openapi.json')).body;
    ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema({ $id: 'api', ...document });
  }, 90_000);
  afterAll(() => world.close());

  test('the document describes exactly the routes', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
    );
    expect(described.sort()).toEqual(
      routes.map((route) => `${route.method} ${route.path} ${route.operationId}`).sort(),
    );
  });

  test('the document is whole: every reference leads somewhere, and every error is described', () => {
    const text = JSON.stringify(document);
    for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      expect(document).toHaveProperty(['components', String(kind), String(name)]);
    }
    for (const route of routes) {
      const { responses } = document.paths[route.path]?.[route.method] ?? { responses: {} };
      const codes = Object.values(responses).map((response) => JSON.stringify(response));
      for (const code of errorsOf(route)) expect(codes.join()).toContain(code);
    }
  });

  test.each(routes.map((route): [string, Route] => [route.operationId, route]))(
    '%s answers as it is described',
    async (id, route) => {
      const makeCall = operations[id];
      if (!makeCall) throw new Error(`There is no call of ${id} in tests/operations.`);
      const call = await makeCall(world);
      const { userId, role } = people[call.by ?? 'learner'];
      const response = await sendCall(world.api.as(userId, role), route, call);
      const status = call.status ?? route.response.status;
      if (response.status !== status) throw new Error(`${response.status}: ${JSON.stringify(response.body)}`);
      const described = document.paths[route.path]?.[route.method]?.responses[String(status)];
      expect(Object.keys(described?.headers ?? {})).toEqual(response.headers.location ? ['Location'] : []);
      if (response.headers.location) {
        expect((await world.api.as(userId, role).get(response.headers.location)).status).toBe(200);
      }
      const [type] = Object.keys(described?.content ?? {});
      expect(response.headers['content-type']).toContain(type?.replace('*', ''));
      if (type !== 'application/json') return;
      const pointer = [route.path, route.method, 'responses', String(status), 'content', type, 'schema']
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/');
      const validate = ajv.getSchema(`api#/paths/${pointer}`);
      if (!validate) throw new Error('The document has no such schema.');
      validate(response.body);
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
