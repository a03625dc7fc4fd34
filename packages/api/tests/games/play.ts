import type TestAgent from 'supertest/lib/agent.js';

/** A learner's list with these words; returns its id and the words' ids in their order. */
export async function buildWords(
  learner: TestAgent,
  words: readonly { word: string; translation?: string; difficulty?: string }[],
  list: { name?: string; class_id?: string } = {},
): Promise<{ listId: string; wordIds: string[] }> {
  const created = await learner.post('/api/v1/word-lists').send({ name: 'Words', ...list });
  expect(created.status).toBe(201);
  const listId: string = created.body.id;
  const wordIds: string[] = [];
  for (const word of words) {
    const added = await learner.post(`/api/v1/word-lists/${listId}/words`).send(word);
    expect(added.status).toBe(201);
    wordIds.push(added.body.id);
  }
  return { listId, wordIds };
}

/** Starts a session, which must succeed; `path` for the routes of one game. */
export async function start(learner: TestAgent, body: object, path = '/api/v1/sessions/start') {
  const started = await learner.post(path).send(body);
  expect({ status: started.status, problem: started.body.detail }).toEqual({ status: 201, problem: undefined });
  return started.body;
}

/** Sends one result to the routes that serve every game. */
export function answer(learner: TestAgent, sessionId: string, result: object) {
  return learner.post(`/api/v1/sessions/${sessionId}/result`).send({ time_spent_ms: 100, ...result });
}
