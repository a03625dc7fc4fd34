import type { Db } from '@tulkka/shared/database';
import { GameType } from '@tulkka/shared/games';
import { memoryStandings, standingOf } from '@tulkka/shared/memory';
import { findOrigins, fold, type GameSession, MemoryRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';
import { findByGame } from '../practice/due-things.ts';
import type { SessionItem } from '../sessions/item-source.ts';
import type { Player } from '../sessions/player.ts';
import { ItemClips } from './clip.ts';
import { PresentedItem, presentSessionItem } from './game-item.ts';
import { clipsOfItems } from './item-clips.ts';
import { PresentedOrigin, presentOrigin } from './item-origin.ts';

/** An item of a session over several games, with all that is known of where it comes from. */
export const PracticeItem = z
  .strictObject({
    game_type: GameType,
    item_id: z.string(),
    why: z.enum(['due', 'new']),
    standing: z.enum([...memoryStandings, 'new']).meta({ description: 'How well it is remembered.' }),
    ...PresentedOrigin,
    ...ItemClips,
    due_at: Moment.nullable().meta({ description: 'When it is due; null for what is new or rests.' }),
    item: PresentedItem,
  })
  .meta({ id: 'PracticeItem' });
type PracticeItem = z.input<typeof PracticeItem>;

/** The items of a session over several games, in the order in which they are played; those that are gone are left out. */
export async function presentPracticeItems(db: Db, player: Player, session: GameSession): Promise<PracticeItem[]> {
  const games = session.itemGames ?? [];
  const wanted = session.itemIds.flatMap((itemId, i) => {
    const gameType = games[i];
    return gameType === undefined ? [] : [{ gameType, itemId }];
  });
  const items = await findByGame(db, player, wanted);
  const things = wanted.flatMap(({ gameType, itemId }) => {
    const item = items.get(gameType)?.get(itemId);
    return item === undefined ? [] : [{ gameType, item, thing: thingOf(item) }];
  });
  const memories = await new MemoryRepository(db).find(session.userId, things);
  const now = new Date();
  const presented: PracticeItem[] = [];
  const origins = new Map(
    await Promise.all(
      [...items].map(
        async ([gameType, found]) => [gameType, await findOrigins(db, gameType, [...found.keys()])] as const,
      ),
    ),
  );
  const heard = await clipsOfItems(
    db,
    session.userId,
    [...origins.values()].flatMap((found) => [...found.values()]),
  );
  for (const { gameType, item, thing } of things) {
    const kept = memories.get(`${gameType} ${thing}`);
    const origin = origins.get(gameType)?.get(item.id);
    presented.push({
      game_type: gameType,
      item_id: item.id,
      why: kept === undefined || kept.firstAt.toISOString() >= session.startedAt ? 'new' : 'due',
      standing: kept === undefined ? 'new' : standingOf(kept.memory, now),
      ...presentOrigin(origin, session.userId),
      ...heard(origin),
      due_at: kept?.memory.dueAt.toISOString() ?? null,
      item: presentSessionItem(gameType, item),
    });
  }
  return presented;
}

const thingOf = (item: SessionItem): string => (item.kind === 'word' ? fold(item.content.word) : item.id);
