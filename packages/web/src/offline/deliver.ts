import { type Api, answerOf, type Schema } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Waiting } from './learner-database.ts';

/**
 * Sends something that waits. Sending it again is safe: the server knows a result by its `client_result_id`.
 * @returns what became of a result; null at the end of a session
 */
export async function deliver(api: Api, waiting: Waiting): Promise<Schema<'ResultOutcome'> | null> {
  const params = { path: { session_id: waiting.sessionId } };
  if (waiting.kind === 'complete') {
    await answerOf(api.POST('/api/v1/sessions/{session_id}/complete', { params, body: {} }));
    return null;
  }
  const record = (body: Schema<'RecordResultRequest'>): Promise<Schema<'ResultOutcome'>> =>
    answerOf(api.POST('/api/v1/sessions/{session_id}/result', { params, body }));
  try {
    return await record(waiting.body);
  } catch (error) {
    // Another tab or device ended the session meanwhile. Asked for only now: a server of before refuses what it does not know.
    const isOver = error instanceof ApiProblem && error.code === 'session_completed';
    if (!isOver) throw error;
    return record({ ...waiting.body, after_end: 'own_session' });
  }
}
