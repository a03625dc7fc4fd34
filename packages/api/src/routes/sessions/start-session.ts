import { defineRoute, type Route } from '../../http/route.ts';
import { presentSession } from '../../presenters/session.ts';
import { playerFor } from '../../sessions/player.ts';
import { startSession } from '../../sessions/start-session.ts';
import { exampleSession } from './examples.ts';
import { Include, startBody, toSessionRequest } from './fields.ts';
import type { SessionArea } from './session-area.ts';
import { presentWithItems, SessionWithItems } from './session-with-items.ts';

/** Starts a session of any game, or of the area's own. */
export const startRoute = ({ tag, name, gameType, startPath }: SessionArea): Route =>
  defineRoute({
    method: 'post',
    path: startPath,
    operationId: `start${name}Session`,
    tag,
    summary: 'Start a session',
    description:
      'Chooses the items and fixes their order. `item_ids` win over `mode`; ids that are not there are listed in the answer. `include=items` adds the items.',
    access: 'known',
    limit: 'default',
    query: Include,
    body: startBody(gameType),
    response: { status: 201, schema: SessionWithItems },
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
  }).handledBy(async ({ query, body, caller, userId, context }) => {
    const player = playerFor(caller, userId);
    const session = await startSession(context.db, player, toSessionRequest(body), new Date());
    if (query.include === undefined) return { body: presentSession(session, new Date()) };
    return { body: await presentWithItems(context.db, player, session) };
  });
