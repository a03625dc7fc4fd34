import {
  afterChange,
  compiled,
  type Db,
  fromJson,
  onlyAfterChange,
  type Read,
  type Row,
  type Statement,
  toIso,
  toNumber,
} from '../database/index.ts';
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

interface NewMistake {
  userId: string;
  gameType: GameType;
  itemId: string;
  answer: string | null;
  at: Date;
}

const insertMistake = compiled((db, { userId, gameType, itemId, answer, at }: NewMistake) =>
  db(table).insert({
    user_id: onlyAfterChange(db, userId),
    game_type: gameType,
    item_id: itemId,
    mistake_count: 1,
    last_answer: answer,
    last_mistake_at: at,
    created_at: at,
    updated_at: at,
  }),
);

const countAgain = compiled((db, { userId, gameType, itemId, answer, at }: NewMistake) =>
  db(table)
    .where({ user_id: userId, game_type: gameType, item_id: itemId })
    .whereRaw(afterChange(db))
    .update({
      mistake_count: db.raw('mistake_count + 1'),
      last_answer: answer,
      last_mistake_at: at,
      updated_at: at,
    }),
);

/** All downwards, so that the index gives the order with its primary key at the end; Knex looks at a limit's numbers. */
const worstFirst = 'mistake_count desc, last_mistake_at desc, game_type desc, item_id desc limit ? offset ?';

const listWorst = compiled((db, { userId, limit, offset }: Worst) =>
  db(table).where({ user_id: userId }).orderByRaw(worstFirst, [limit, offset]).select<Row[]>('*'),
);

const listWorstOfGame = compiled((db, { userId, gameType, limit, offset }: Worst & { gameType: GameType }) =>
  db(table).where({ user_id: userId, game_type: gameType }).orderByRaw(worstFirst, [limit, offset]).select<Row[]>('*'),
);

interface Worst {
  userId: string;
  limit: number;
  offset: number;
}

/** Mistakes: one row per user, game and item. */
export class MistakeRepository {
  constructor(private readonly db: Db) {}

  /**
   * What counts a mistake that is the `first` with this item, or one more, after a statement that changed a row. Where
   * that was seen wrongly, or nothing was changed, no row changes, or it fails.
   */
  countStatement(
    mistake: { userId: string; gameType: GameType; itemId: string; answer: Answer | undefined },
    expected: 'first' | 'repeated',
    at: Date,
  ): Statement {
    const values = { ...mistake, answer: jsonOrNull(mistake.answer), at };
    return (expected === 'first' ? insertMistake : countAgain).statement(this.db, values);
  }

  /** A user's mistakes, worst first. */
  worst(userId: string, gameType: GameType | undefined, page: PageRequest): Read<Mistake[]> {
    const wanted = { userId, limit: page.limit, offset: offsetOf(page) };
    const statement = gameType
      ? listWorstOfGame.statement(this.db, { ...wanted, gameType })
      : listWorst.statement(this.db, wanted);
    return { statement, of: (rows) => rows.map(toMistake) };
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
