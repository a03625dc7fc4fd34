import type { Db } from '@tulkka/shared/database';
import { GameType } from '@tulkka/shared/games';
import { findOrigins, type ItemOrigin } from '@tulkka/shared/repositories';

/** Names an item of a game. */
export interface ItemName {
  gameType: GameType;
  itemId: string;
}

/** Finds where items come from; those that do not come from the class are none of its teacher's business. */
export async function findClassItems(
  db: Db,
  classId: string,
  items: readonly ItemName[],
): Promise<(item: ItemName) => ItemOrigin | undefined> {
  const found = new Map<string, ItemOrigin>();
  for (const gameType of GameType.options) {
    const ids = [...new Set(items.filter((item) => item.gameType === gameType).map(({ itemId }) => itemId))];
    for (const [id, origin] of await findOrigins(db, gameType, ids)) {
      if (origin.classId === classId) found.set(`${gameType} ${id}`, origin);
    }
  }
  return ({ gameType, itemId }) => found.get(`${gameType} ${itemId}`);
}
