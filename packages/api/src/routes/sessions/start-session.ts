import { defineRoute, type Route } from '../../http/route.ts';
import { PresentedSession, presentSession } from '../../presenters/session.ts';
import { playerFor } from '../../sessions/player.ts';
import { startSession } from '../../sessions/start-session.ts';
import { exampleSession } from './examples.ts';
import { startBody, toSessionRequest } from './fields.ts';
import type { SessionArea } from './session-area.ts';

/** Starts a session of any game, or of the area's own. */
export const startRoute = ({ tag, name, gameType, startPath }: SessionArea): Route =>
  defineRoute({
    method: 'post',
    path: startPath,
    operationId: `start${name}Session`,
    tag,
    summary: 'Start a session',
    description:
      'Chooses the items and fixes their order. `item_ids` win over `mode`; ids that are not there are listed in the answer.',
    access: 'known',
    limit: 'default',
    body: startBody(gameType),
    response: { status: 201, schema: PresentedSession },
    location: ({ id }) => `/api/v1/sessions/${id}`,
    errors: ['not_found'],
    example: {
      body: {
        game_type: gameType ?? 'grammar_challenge',
        ...(gameType === undefined
          ? { mode: 'lesson', reference_id: exampleSession.reference_id, limit: 2 }
          : { limit: 5 }),
      },
      response: exampleSession,
    },
  }).handledBy(async ({ body, caller, userId, context }) => {
    const session = await startSession(context.db, playerFor(caller, userId), toSessionRequest(body));
    return { body: presentSession(session) };
  });
