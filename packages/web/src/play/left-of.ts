import type { PlaySession } from './play-item.ts';

/**
 * A session that goes on leaves out what it has behind it: items are first answered in their order. That order is the one
 * it began with; some of its items may have been withdrawn since, so they are counted by their ids and from the end.
 */
export function leftOf(session: PlaySession): PlaySession {
  const wanted = new Map<string, number>();
  for (const id of session.itemIds.slice(session.done)) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  const items = session.items.toReversed();
  const left = items.filter(({ itemId }) => {
    const count = wanted.get(itemId) ?? 0;
    wanted.set(itemId, count - 1);
    return count > 0;
  });
  return { ...session, items: left.toReversed() };
}
