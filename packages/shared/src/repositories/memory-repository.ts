import {
  afterChange,
  compiled,
  type Db,
  isDuplicateKey,
  onlyAfterChange,
  type Statement,
  toNumber,
} from '../database/index.ts';
import type { GameType } from '../games/index.ts';
import { type KeptMemory, memoryColumns, memoryRow, toKeptMemory } from './memory-rows.ts';

const table = 'memories';

type Row = ReturnType<typeof memoryRow>;

// The places stand for values by the columns' own names.
const insertMemory = compiled((db, row: Row & { created_at: Date }) => {
  const { created_at } = row;
  return db(table).insert({ ...valuesOf(row), created_at });
});

const insertMemoryAfterChange = compiled((db, row: Row & { user_id: string; created_at: Date }) => {
  const { user_id, created_at } = row;
  return db(table).insert({ ...valuesOf(row), user_id: onlyAfterChange(db, user_id), created_at });
});

const changeMemory = compiled((db, row: Row & { seen: number }) => {
  const { user_id, game_type, thing, ...values } = valuesOf(row);
  return db(table).where({ user_id, game_type, thing, answers: row.seen }).update(values);
});

const changeMemoryAfterChange = compiled((db, row: Row & { seen: number }) => {
  const { user_id, game_type, thing, ...values } = valuesOf(row);
  return db(table).where({ user_id, game_type, thing, answers: row.seen }).whereRaw(afterChange(db)).update(values);
});

const written = [...memoryColumns, 'updated_at'] as const;
const valuesOf = (row: Row): Record<string, unknown> => Object.fromEntries(written.map((name) => [name, row[name]]));

/** What each learner remembers, a row for each thing in each game. */
export class MemoryRepository {
  constructor(private readonly db: Db) {}

  /**
   * Writes a memory that was `seen` with so many answers in it, null for none; false when it is another by now, and then
   * nothing was written.
   */
  async save(kept: KeptMemory, seen: number | null, at: Date): Promise<boolean> {
    const row = memoryRow(kept, at);
    if (seen !== null) return (await changeMemory(this.db, { ...row, seen })) > 0;
    try {
      await insertMemory(this.db, { ...row, created_at: at });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /**
   * What writes a memory that was `seen` with so many answers in it, null for none, after a statement that changed a row.
   * Where it is another by now, or that statement changed nothing, no row changes, or it fails.
   */
  saveStatement(kept: KeptMemory, seen: number | null, at: Date): Statement {
    const row = memoryRow(kept, at);
    return seen === null
      ? insertMemoryAfterChange.statement(this.db, { ...row, user_id: kept.userId, created_at: at })
      : changeMemoryAfterChange.statement(this.db, { ...row, seen });
  }

  /** A memory, locked until the transaction ends; null where there is none. */
  async lock(userId: string, gameType: GameType, thing: string): Promise<KeptMemory | null> {
    const key = { user_id: userId, game_type: gameType, thing };
    const row = await this.db(table).where(key).forUpdate().first(memoryColumns);
    return row === undefined ? null : toKeptMemory(row);
  }

  /** What is due for a learner in some games, longest due first; what rests is not. */
  async listDue(userId: string, games: readonly GameType[], now: Date, most: number): Promise<KeptMemory[]> {
    const rows = await this.db(table)
      .where({ user_id: userId })
      .where('due_at', '<=', now)
      .whereNull('suspended_at')
      .whereIn('game_type', games)
      .orderBy(['due_at', 'game_type', 'thing'])
      .limit(most)
      .select(memoryColumns);
    return rows.map(toKeptMemory);
  }

  /** The memories of these things, by game and thing with a space between. */
  async find(
    userId: string,
    things: readonly { gameType: GameType; thing: string }[],
  ): Promise<Map<string, KeptMemory>> {
    if (things.length === 0) return new Map();
    const rows = await this.db(table)
      .where({ user_id: userId })
      .whereIn('game_type', [...new Set(things.map(({ gameType }) => gameType))])
      .whereIn('thing', [...new Set(things.map(({ thing }) => thing))])
      .select(memoryColumns);
    return new Map(rows.map(toKeptMemory).map((kept) => [`${kept.gameType} ${kept.thing}`, kept]));
  }

  /** How many things a learner has practised for the first time since a moment. */
  async countBegun(userId: string, since: Date): Promise<number> {
    const [row] = await this.db(table).where({ user_id: userId }).where('first_at', '>=', since).count({ things: '*' });
    return toNumber(row?.things);
  }

  /** All memories of a learner, in no promised order. */
  async list(userId: string): Promise<KeptMemory[]> {
    const rows = await this.db(table).where({ user_id: userId }).select(memoryColumns);
    return rows.map(toKeptMemory);
  }

  /** The same, locked until the transaction ends. */
  async lockAll(userId: string): Promise<KeptMemory[]> {
    const rows = await this.db(table).where({ user_id: userId }).forUpdate().select(memoryColumns);
    return rows.map(toKeptMemory);
  }

  /** What each learner's memories are computed by; some have several, while they are made anew. */
  async listAlgorithms(): Promise<{ userId: string; algorithm: string }[]> {
    const rows = await this.db(table).distinct('user_id', 'algorithm').orderBy('user_id');
    return rows.map((row) => ({ userId: String(row.user_id), algorithm: String(row.algorithm) }));
  }

  /** Ends the rest of what was last practised with an item; it is due at once. Undefined where nothing rests. */
  async wake(userId: string, gameType: GameType, itemId: string, at: Date): Promise<KeptMemory | undefined> {
    const item = { user_id: userId, game_type: gameType, item_id: itemId };
    const woken = await this.db(table)
      .where(item)
      .whereNotNull('suspended_at')
      .update({ suspended_at: null, woken_at: at, due_at: at, updated_at: at });
    const row = woken > 0 ? await this.db(table).where(item).first(memoryColumns) : undefined;
    return row && toKeptMemory(row);
  }

  /** Forgets one memory. */
  async delete(userId: string, gameType: GameType, thing: string): Promise<void> {
    await this.db(table).where({ user_id: userId, game_type: gameType, thing }).delete();
  }
}
