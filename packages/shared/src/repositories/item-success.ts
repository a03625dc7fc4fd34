import { type Db, toNumber } from '../database/index.ts';
import { type GameType, gameOf } from '../games/index.ts';
import { fold } from './fold.ts';

/** How often the learners of a class answered an item, and how often wrongly. */
export interface ItemSuccess {
  count: number;
  wrong: number;
}

/** An item to ask about; `text` is the word of a word's game. */
export interface AskedItem {
  itemId: string;
  text: string;
}

/**
 * How the learners of a class did with items of a game since they were made or mended, by item id; items that nobody
 * answered are left out. Read from what is kept for each learner and thing, so that it costs the same after years.
 */
export async function findSuccess(
  db: Db,
  classId: string,
  gameType: GameType,
  items: readonly AskedItem[],
): Promise<Map<string, ItemSuccess>> {
  const isWord = gameOf(gameType).catalogue === null;
  const things = new Map(items.map(({ itemId, text }) => [itemId, isWord ? fold(text) : itemId]));
  const rows: Record<string, unknown>[] = await db('class_students as s')
    .join('memories as m', 'm.user_id', 's.user_id')
    .leftJoin('user_mistakes as w', (on) =>
      on.on('w.user_id', 'm.user_id').andOn('w.game_type', 'm.game_type').andOn('w.item_id', 'm.item_id'),
    )
    .where({ 's.class_id': classId, 'm.game_type': gameType })
    .whereIn('m.thing', [...new Set(things.values())])
    .groupBy('m.thing')
    .select('m.thing', db.raw('sum(m.answers) as answers'), db.raw('sum(w.mistake_count) as wrong'));
  const byThing = new Map(rows.map((row) => [String(row.thing), row]));
  return new Map(
    [...things].flatMap(([itemId, thing]) => {
      const row = byThing.get(thing);
      if (!row) return [];
      const count = toNumber(row.answers);
      return [[itemId, { count, wrong: Math.min(count, toNumber(row.wrong)) }] as const];
    }),
  );
}
