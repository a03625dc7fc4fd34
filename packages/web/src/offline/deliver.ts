import { type Api, answerOf, type Schema } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Waiting } from './learner-database.ts';

type Result = Extract<Waiting, { kind: 'result' }>;

/**
 * Sends something that waits. Sending it again is safe: the server knows a result by its `client_result_id`.
 * @returns what became of a result; null at the end of a session
 */
export async function deliver(api: Api, waiting: Waiting): Promise<Schema<'ResultOutcome'> | null> {
  if (waiting.kind === 'complete') {
    await complete(api, waiting.sessionId);
    return null;
  }
  try {
    return await record(api, waiting.sessionId, waiting.body);
  } catch (error) {
    const isOver = error instanceof ApiProblem && error.code === 'session_completed';
    if (!isOver) throw error;
    return recordAlone(api, waiting);
  }
}

/** Another tab or device ended the session meanwhile: the answer counts in a session of its own. */
async function recordAlone(api: Api, { body, listen = false }: Result): Promise<Schema<'ResultOutcome'>> {
  const { id } = await answerOf(
    api.POST('/api/v1/sessions/start', {
      params: { header: { 'Idempotency-Key': `alone ${body.client_result_id}` } },
      body: { game_type: body.game_type, item_ids: [body.item_id], listen },
    }),
  );
  const outcome = await record(api, id, body);
  await complete(api, id);
  return outcome;
}

const of = (session_id: string) => ({ path: { session_id } });

const record = (api: Api, sessionId: string, body: Result['body']): Promise<Schema<'ResultOutcome'>> =>
  answerOf(api.POST('/api/v1/sessions/{session_id}/result', { params: of(sessionId), body }));

const complete = (api: Api, sessionId: string) =>
  answerOf(api.POST('/api/v1/sessions/{session_id}/complete', { params: of(sessionId), body: {} }));
