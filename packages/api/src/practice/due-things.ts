import type { Db } from '@tulkka/shared/database';
import { GameType } from '@tulkka/shared/games';
import {
  type DueThing,
  dayStartOf,
  daysBetween,
  Forgetting,
  orderDue,
  type Parameters,
  type PracticeSettings,
} from '@tulkka/shared/memory';
import { fold, type KeptMemory, MemoryRepository } from '@tulkka/shared/repositories';
import { itemSource, type SessionItem } from '../sessions/item-source.ts';
import type { Player } from '../sessions/player.ts';

/** Something to be practised, with its item. */
export interface PracticeThing {
  gameType: GameType;
  itemId: string;
  thing: string;
  why: 'due' | 'new';
  item: SessionItem;
  memory: KeptMemory | null;
}

/** So much of what is due is looked at to choose from. */
const mostDue = 1000;

/** Due things of some games whose items are there, those first that are least likely to be recalled. */
export async function listDueThings(
  db: Db,
  player: Player,
  games: readonly GameType[],
  { settings, parameters }: { settings: PracticeSettings; parameters: Parameters },
  choice: { now: Date; most: number; fits?: (one: { gameType: GameType; itemId: string }) => boolean },
): Promise<(PracticeThing & DueThing)[]> {
  const { now, most, fits = () => true } = choice;
  const memories = await new MemoryRepository(db).listDue(player.userId, games, now, mostDue);
  const items = await findByGame(db, player, memories);
  const today = dayStartOf(now, settings.timeZone);
  const due = memories.filter(fits).flatMap((kept) => {
    const { gameType, itemId, thing, memory } = kept;
    const item = items.get(gameType)?.get(itemId);
    // A word that is spelled otherwise by now is another thing.
    if (item === undefined || (item.kind === 'word' && fold(item.content.word) !== thing)) return [];
    const { stability, difficulty } = memory;
    const elapsedDays = daysBetween(memory.lastDayAt, today);
    return [{ gameType, itemId, thing, why: 'due' as const, stability, difficulty, elapsedDays, item, memory: kept }];
  });
  const forgetting = new Forgetting(parameters, settings.desiredRetention);
  const inOrder = new Map(due.map((one) => [`${one.gameType} ${one.thing}`, one]));
  return orderDue(due, most, forgetting).flatMap((one) => inOrder.get(`${one.gameType} ${one.thing}`) ?? []);
}

/** The items that are there for a player, by their game and id. */
export async function findByGame(
  db: Db,
  player: Player,
  wanted: readonly { gameType: GameType; itemId: string }[],
): Promise<Map<GameType, Map<string, SessionItem>>> {
  const found = new Map<GameType, Map<string, SessionItem>>();
  for (const gameType of GameType.options) {
    const ids = wanted.filter((one) => one.gameType === gameType).map((one) => one.itemId);
    if (ids.length === 0) continue;
    const items = await itemSource(db, gameType, player).findItems([...new Set(ids)]);
    found.set(gameType, new Map(items.map((item) => [item.id, item])));
  }
  return found;
}
