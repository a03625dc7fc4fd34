import {
  compiled,
  compiledForMany,
  type Db,
  type Read,
  type Row,
  type Statement,
  toIsoOrNull,
  toNumber,
} from '../database/index.ts';
import { GameType } from '../games/index.ts';

/** A user's totals in one game, kept with each result: they cost the same after ten sessions and after ten thousand. */
export interface GameStats {
  gameType: GameType;
  sessions: number;
  completedSessions: number;
  scoreSum: number;
  /** Answers in completed sessions only, and in all sessions. */
  completedCorrect: number;
  completedIncorrect: number;
  correct: number;
  incorrect: number;
  timeSpentMs: number;
  mistakenItems: number;
  mistakes: number;
  lastPlayedAt: string | null;
}

/** What one result adds to the totals. */
export interface ResultTotals {
  correct: number;
  incorrect: number;
  timeSpentMs: number;
  mistakenItems: number;
  mistakes: number;
}

const table = 'user_game_stats';

/** The totals of one user in one game, and when they change. */
interface Played {
  userId: string;
  gameType: GameType;
  at: Date;
}

const addStart = compiled((db, { userId, gameType, at, sessions }: Played & { sessions: number }) =>
  db(table)
    .insert({ user_id: userId, game_type: gameType, sessions, last_played_at: at })
    .onConflict(['user_id', 'game_type'])
    .merge({ sessions: db.raw('??.sessions + ?', [table, sessions]), last_played_at: at }),
);

const addResult = compiled((db, result: Played & ResultTotals) =>
  db(table)
    .where({ user_id: result.userId, game_type: result.gameType })
    .update({
      correct: db.raw('correct + ?', [result.correct]),
      incorrect: db.raw('incorrect + ?', [result.incorrect]),
      time_spent_ms: db.raw('time_spent_ms + ?', [result.timeSpentMs]),
      mistaken_items: db.raw('mistaken_items + ?', [result.mistakenItems]),
      mistakes: db.raw('mistakes + ?', [result.mistakes]),
      last_played_at: result.at,
    }),
);

const listGames = compiled((db, { userId }: { userId: string }) =>
  db(table).where({ user_id: userId }).orderBy('game_type').select<Row[]>('*'),
);

const listOfUsers = compiledForMany((db, userIds) =>
  db(table).whereIn('user_id', userIds).orderBy(['user_id', 'game_type']).select<Row[]>('*'),
);

/** The totals of each user and game. */
export class StatsRepository {
  constructor(private readonly db: Db) {}

  /** What counts a session that begins; the first one makes the row. One of several games is counted in one of them. */
  startStatement(userId: string, gameType: GameType, at: Date, sessions: 0 | 1 = 1): Statement {
    return addStart.statement(this.db, { userId, gameType, at, sessions });
  }

  /** What counts one result. */
  resultStatement(userId: string, gameType: GameType, result: ResultTotals, at: Date): Statement {
    return addResult.statement(this.db, { userId, gameType, at, ...result });
  }

  async countCompletion(
    userId: string,
    gameType: GameType,
    session: { score: number; correct: number; incorrect: number },
    at: Date,
    sessions: 0 | 1 = 1,
  ): Promise<void> {
    const { db } = this;
    await db(table)
      .where({ user_id: userId, game_type: gameType })
      .update({
        completed_sessions: db.raw('completed_sessions + ?', [sessions]),
        score_sum: db.raw('score_sum + ?', [sessions * session.score]),
        completed_correct: db.raw('completed_correct + ?', [session.correct]),
        completed_incorrect: db.raw('completed_incorrect + ?', [session.incorrect]),
        last_played_at: at,
      });
  }

  /** A user's totals, a row for each game played. */
  async list(userId: string, gameType?: GameType): Promise<GameStats[]> {
    return this.listing(userId, gameType).of(await listGames(this.db, { userId }));
  }

  /** The same as a read to be sent with another. */
  listing(userId: string, gameType?: GameType): Read<GameStats[]> {
    return { statement: listGames.statement(this.db, { userId }), of: (rows) => toStats(rows, gameType) };
  }

  /** The rows of some users' totals, for `toStats`. */
  async rowsOf(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    return Map.groupBy(await listOfUsers(this.db, userIds), ({ user_id }) => String(user_id));
  }
}

/** Reads the totals of one user, of one game where it is named. */
export function toStats(rows: readonly Row[], gameType?: GameType): GameStats[] {
  return rows.map(toGameStats).filter((one) => gameType === undefined || one.gameType === gameType);
}

function toGameStats(row: Record<string, unknown>): GameStats {
  return {
    gameType: GameType.parse(row.game_type),
    sessions: toNumber(row.sessions),
    completedSessions: toNumber(row.completed_sessions),
    scoreSum: toNumber(row.score_sum),
    completedCorrect: toNumber(row.completed_correct),
    completedIncorrect: toNumber(row.completed_incorrect),
    correct: toNumber(row.correct),
    incorrect: toNumber(row.incorrect),
    timeSpentMs: toNumber(row.time_spent_ms),
    mistakenItems: toNumber(row.mistaken_items),
    mistakes: toNumber(row.mistakes),
    lastPlayedAt: toIsoOrNull(row.last_played_at),
  };
}
