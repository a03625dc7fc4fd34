import { gameOf } from '@tulkka/shared/games';
import { findOrigins, type GameSession } from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { z } from 'zod';
import { PresentedItem, presentSessionItem } from '../../presenters/game-item.ts';
import { clipsOfItems } from '../../presenters/item-clips.ts';
import { presentOrigin } from '../../presenters/item-origin.ts';
import { PracticeItem, presentPracticeItems } from '../../presenters/practice-item.ts';
import { PresentedSession, presentSession } from '../../presenters/session.ts';
import { itemSource } from '../../sessions/item-source.ts';
import type { Player } from '../../sessions/player.ts';

/** A session, and its items where they were asked for. */
export const SessionWithItems = PresentedSession.extend({
  items: z.union([z.array(PresentedItem), z.array(PracticeItem)]).optional(),
}).meta({
  id: 'SessionWithItems',
});

/** The session with its items in the order in which they are played; those that are gone are left out. */
export async function presentWithItems(
  db: Knex,
  player: Player,
  session: GameSession,
): Promise<z.input<typeof SessionWithItems>> {
  if (session.gameType === 'mixed') {
    return { ...presentSession(session, new Date()), items: await presentPracticeItems(db, player, session) };
  }
  const { gameType } = session;
  const found = await itemSource(db, gameType, player).findItems(session.itemIds);
  const origins = await findOrigins(
    db,
    gameType,
    found.map(({ id }) => id),
  );
  const heard = await clipsOfItems(db, session.userId, origins.values());
  const byId = new Map(
    found.map((item) => {
      const origin = origins.get(item.id);
      const dictated = session.listen ? gameOf(gameType).open(item.content).listening?.heard : undefined;
      return [
        item.id,
        { ...presentSessionItem(gameType, item), ...heard(origin, dictated), ...presentOrigin(origin, session.userId) },
      ];
    }),
  );
  return { ...presentSession(session, new Date()), items: session.itemIds.flatMap((id) => byId.get(id) ?? []) };
}
