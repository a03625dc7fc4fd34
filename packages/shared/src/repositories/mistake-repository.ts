import { type Db, fromJson, isDuplicateKey, toIso, toNumber } from '../database/index.ts';
import { Answer, GameType } from '../games/index.ts';
import { offsetOf, type PageRequest } from './page.ts';

/** An item that a user got wrong, and how often. */
export interface Mistake {
  gameType: GameType;
  itemId: string;
  mistakeCount: number;
  lastAnswer: Answer | null;
  lastMistakeAt: string;
}

const table = 'user_mistakes';

/** Mistakes: one row per user, game and item. */
export class MistakeRepository {
  constructor(private readonly db: Db) {}

  /**
   * Counts a mistake and says whether it is the first with this item. `expected` is what was seen before and only
   * chooses the statement that is tried first; the row decides.
   */
  async count(
    mistake: { userId: string; gameType: GameType; itemId: string; answer: Answer | undefined },
    expected: 'first' | 'repeated',
    at: Date,
  ): Promise<'first' | 'repeated'> {
    if (expected === 'repeated' && (await this.countAgain(mistake, at))) return 'repeated';
    try {
      await this.db(table).insert({
        user_id: mistake.userId,
        game_type: mistake.gameType,
        item_id: mistake.itemId,
        mistake_count: 1,
        last_answer: jsonOrNull(mistake.answer),
        last_mistake_at: at,
        created_at: at,
        updated_at: at,
      });
      return 'first';
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await this.countAgain(mistake, at);
      return 'repeated';
    }
  }

  /** A user's mistakes, worst first. */
  async list(userId: string, gameType: GameType | undefined, page: PageRequest): Promise<Mistake[]> {
    const rows = await this.db(table)
      .where({ user_id: userId, ...(gameType ? { game_type: gameType } : {}) })
      .orderBy([
        { column: 'mistake_count', order: 'desc' },
        { column: 'last_mistake_at', order: 'desc' },
        // All downwards, so that the index gives the order with its primary key at the end.
        { column: 'game_type', order: 'desc' },
        { column: 'item_id', order: 'desc' },
      ])
      .limit(page.limit)
      .offset(offsetOf(page))
      .select('*');
    return rows.map(toMistake);
  }

  private async countAgain(
    mistake: { userId: string; gameType: GameType; itemId: string; answer: Answer | undefined },
    at: Date,
  ): Promise<boolean> {
    const { userId, gameType, itemId, answer } = mistake;
    const changed = await this.db(table)
      .where({ user_id: userId, game_type: gameType, item_id: itemId })
      .update({
        mistake_count: this.db.raw('mistake_count + 1'),
        last_answer: jsonOrNull(answer),
        last_mistake_at: at,
        updated_at: at,
      });
    return changed > 0;
  }
}

const jsonOrNull = (answer: Answer | undefined): string | null =>
  answer === undefined ? null : JSON.stringify(answer);

/** Reads a mistake, alone or joined to its item. */
export function toMistake(row: Record<string, unknown>): Mistake {
  return {
    gameType: GameType.parse(row.game_type),
    itemId: String(row.item_id),
    mistakeCount: toNumber(row.mistake_count),
    lastAnswer: row.last_answer === null ? null : fromJson(Answer, row.last_answer),
    lastMistakeAt: toIso(row.last_mistake_at),
  };
}
