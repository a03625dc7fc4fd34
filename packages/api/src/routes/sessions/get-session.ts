import { SessionRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import { PresentedItem, presentSessionItem } from '../../presenters/game-item.ts';
import { PresentedSession, presentSession } from '../../presenters/session.ts';
import { itemSource } from '../../sessions/item-source.ts';
import { playerFor } from '../../sessions/player.ts';
import { exampleSession } from './examples.ts';
import { SessionParams } from './fields.ts';
import type { SessionArea } from './session-area.ts';

const SessionWithItems = PresentedSession.extend({ items: z.array(PresentedItem).optional() }).meta({
  id: 'SessionWithItems',
});

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
    query: z.strictObject({ include: z.literal('items').optional() }),
    response: { status: 200, schema: SessionWithItems },
    errors: ['not_found'],
    example: { response: exampleSession },
  }).handledBy(async ({ params, query, caller, userId, context }) => {
    const session = await new SessionRepository(context.db).get({ id: params.session_id, userId, gameType });
    if (query.include === undefined) return { body: presentSession(session) };
    const found = await itemSource(context.db, session.gameType, playerFor(caller, userId)).findItems(session.itemIds);
    const byId = new Map(found.map((item) => [item.id, presentSessionItem(session.gameType, item)]));
    const items = session.itemIds.flatMap((id) => byId.get(id) ?? []);
    return { body: { ...presentSession(session), items } };
  });
