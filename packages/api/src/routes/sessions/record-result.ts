import { defineRoute, type Route } from '../../http/route.ts';
import { playerFor } from '../../sessions/player.ts';
import { recordAlsoAfterEnd } from '../../sessions/record-after-end.ts';
import { recordResult } from '../../sessions/record-result.ts';
import { ResultOutcome } from '../../sessions/result-outcome.ts';
import { exampleOutcome } from './examples.ts';
import { ResultBody, SessionParams, SkipBody, toLateResult, toResultRequest, toSkip } from './fields.ts';
import type { SessionArea } from './session-area.ts';

const PresentedOutcome = ResultOutcome.meta({ id: 'ResultOutcome' });

/** Takes one answer. */
export const resultRoute = ({ tag, name, gameType, sessionsPath, results }: SessionArea): Route =>
  defineRoute({
    method: 'post',
    path: `${sessionsPath}/{session_id}/${results}`,
    operationId: `record${name}Result`,
    tag,
    summary: 'Record an answer',
    description:
      'With `answer` the server grades and its verdict stands; without it `is_correct` is taken. The result, the counters, the mistake and the word’s statistics change together or not at all.',
    access: 'known',
    limit: 'results',
    params: SessionParams,
    body: ResultBody,
    response: { status: 200, schema: PresentedOutcome },
    errors: ['not_found', 'not_in_session', 'session_completed'],
    example: { body: { item_id: exampleOutcome.item_id, time_spent_ms: 4200, answer: 'an' }, response: exampleOutcome },
  }).handledBy(async ({ params, body, caller, userId, context }) => {
    const place = { sessionId: params.session_id, gameType };
    const player = playerFor(caller, userId);
    const late = toLateResult(body);
    return {
      body:
        late === null
          ? await recordResult(context.db, player, place, toResultRequest(body), new Date())
          : await recordAlsoAfterEnd(context.db, player, place, late, new Date()),
    };
  });

/** Goes past an item without answering it. */
export const skipRoute = ({ tag, name, gameType, sessionsPath }: SessionArea): Route =>
  defineRoute({
    method: 'post',
    path: `${sessionsPath}/{session_id}/skip`,
    operationId: `skip${name}Item`,
    tag,
    summary: 'Skip an item',
    description: 'Neither right nor wrong; the item may still be answered later.',
    access: 'known',
    limit: 'results',
    params: SessionParams,
    body: SkipBody,
    response: { status: 200, schema: PresentedOutcome },
    errors: ['not_found', 'not_in_session', 'session_completed'],
    example: {
      body: { item_id: exampleOutcome.item_id },
      response: {
        ...exampleOutcome,
        is_correct: false,
        skipped: true,
        graded_by: 'learner',
        credit: undefined,
        progress: { current: 1, total: 2, correct: 0, incorrect: 0 },
      },
    },
  }).handledBy(async ({ params, body, caller, userId, context }) => {
    const place = { sessionId: params.session_id, gameType };
    return { body: await recordResult(context.db, playerFor(caller, userId), place, toSkip(body), new Date()) };
  });
