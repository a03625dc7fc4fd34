import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from './test-api.ts';

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi(database());
  });
  afterAll(() => api.close());

  test('the root says what this is', async () => {
    const { body, status } = await api.agent.get('/');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Tulkka Lessons', status: 'running', documentation: '/docs' });
  });

  test('an unknown route is a problem', async () => {
    const response = await api.agent.get('/nowhere').set('X-Request-Id', 'abc-1');
    expect(response.status).toBe(404);
    expect(response.type).toBe('application/problem+json');
    expect(response.body).toMatchObject({ code: 'not_found', status: 404, instance: 'abc-1' });
  });
});
