import { defineRoute, type Route } from '../../http/route.ts';
import { presentSession } from '../../presenters/session.ts';
import { playerFor } from '../../sessions/player.ts';
import { exampleSession } from './examples.ts';
import { Include, SessionParams } from './fields.ts';
import type { SessionArea } from './session-area.ts';
import { presentWithItems, SessionWithItems } from './session-with-items.ts';

/** Reads a session; resuming is nothing else. */
export const getRoute = ({ tag, name, gameType, sessionsPath }: Omit<SessionArea, 'startPath' | 'results'>): Route =>
  defineRoute({
    method: 'get',
    path: `${sessionsPath}/{session_id}`,
    operationId: `get${name}Session`,
    tag,
    summary: 'One session',
    description: 'Resuming is reading it again. `include=items` adds the items in the order in which they are played.',
    access: 'known',
    limit: 'default',
    params: SessionParams,
    query: Include,
    response: { status: 200, schema: SessionWithItems },
    errors: ['not_found'],
    example: { response: exampleSession },
  }).handledBy(async ({ params, query, caller, userId, context }) => {
    const session = await context.learnerReads.session({ id: params.session_id, userId, gameType });
    if (query.include === undefined) return { body: presentSession(session, new Date()) };
    return { body: await presentWithItems(context.db, playerFor(caller, userId), session) };
  });
