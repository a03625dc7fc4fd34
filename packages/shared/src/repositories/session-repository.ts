import {
  compiled,
  compiledForMany,
  type Db,
  type Read,
  type Row,
  type Statement,
  toNumber,
} from '../database/index.ts';
import { GameType } from '../games/index.ts';
import { offsetOf, type PageRequest } from './page.ts';
import {
  type CompletionClaim,
  counterColumns,
  type GameSession,
  itemsColumn,
  type SessionCounters,
  type SessionMode,
  sessionColumns,
  toSession,
  type WantedSession,
  wantedRow,
} from './session-rows.ts';

const table = 'game_sessions';

/** A session that begins. */
type NewSession = Omit<GameSession, 'itemIds' | 'itemGames' | 'startedAt' | 'updatedAt' | 'counters'> &
  SessionCounters & { items: string; at: Date };

const insertSession = compiled((db, session: NewSession) =>
  db(table).insert({
    id: session.id,
    user_id: session.userId,
    game_type: session.gameType,
    class_id: session.classId,
    mode: session.mode,
    reference_id: session.referenceId,
    status: session.status,
    item_ids: session.items,
    total_items: session.totalItems,
    listen: session.listen,
    ...counterColumns(session),
    started_at: session.at,
    updated_at: session.at,
  }),
);

/** The counters as they were and as they become. */
interface CounterMove extends SessionCounters {
  id: string;
  toVisited: number;
  toCorrect: number;
  toIncorrect: number;
  toSkipped: number;
  at: Date;
}

const moveCounters = compiled((db, move: CounterMove) =>
  db(table)
    .where({ id: move.id, status: 'active', ...counterColumns(move) })
    .update({
      ...counterColumns({
        visited: move.toVisited,
        correct: move.toCorrect,
        incorrect: move.toIncorrect,
        skipped: move.toSkipped,
      }),
      updated_at: move.at,
    }),
);

/** The page is part of the order, for Knex looks at the numbers of a limit. */
const newestFirst = 'started_at desc, id desc limit ? offset ?';

const listRecent = compiled((db, { userId, limit, offset }: Recent) =>
  db(table).where({ user_id: userId }).orderByRaw(newestFirst, [limit, offset]).select<Row[]>(sessionColumns),
);

const listRecentOfGame = compiled((db, { userId, gameType, limit, offset }: Recent & { gameType: GameType }) =>
  db(table)
    .where({ user_id: userId, game_type: gameType })
    .orderByRaw(newestFirst, [limit, offset])
    .select<Row[]>(sessionColumns),
);

interface Recent {
  userId: string;
  limit: number;
  offset: number;
}

const readSession = compiled((db, { id, userId }: WantedSession) =>
  db(table).where({ id, user_id: userId }).first(sessionColumns),
);

const listByIds = compiledForMany((db, ids) => db(table).whereIn('id', ids).select<Row[]>(sessionColumns));

/** Sessions of all games. */
export class SessionRepository {
  constructor(private readonly db: Db) {}

  /** What adds a session. */
  addStatement(session: GameSession): Statement {
    const { itemIds, itemGames, startedAt, updatedAt: _, counters, ...rest } = session;
    const items = itemsColumn({ itemIds, itemGames });
    return insertSession.statement(this.db, { ...rest, ...counters, items, at: new Date(startedAt) });
  }

  /** @throws NotFoundError for an id that is nobody's, somebody else's, or of another game than asked for. */
  async get(wanted: WantedSession): Promise<GameSession> {
    return toSession(wantedRow(wanted, await readSession(this.db, wanted)));
  }

  /** The rows of those of some sessions that are there, whosever they are: `ownSession` reads them for somebody. */
  async rowsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    return new Map((await listByIds(this.db, ids)).map((row) => [String(row.id), row]));
  }

  /** The same, locked until the transaction ends. */
  async lock(wanted: WantedSession): Promise<GameSession> {
    const { id, userId: user_id } = wanted;
    const row = await this.db(table).where({ id, user_id }).forUpdate().first(sessionColumns);
    return toSession(wantedRow(wanted, row));
  }

  /**
   * What moves the counters on; it changes no row where the session was completed or another result came first. It is
   * the transaction's first write, so results of one session wait for each other here.
   */
  advanceStatement(id: string, before: SessionCounters, after: SessionCounters, at: Date): Statement {
    const { visited: toVisited, correct: toCorrect, incorrect: toIncorrect, skipped: toSkipped } = after;
    return moveCounters.statement(this.db, { id, at, ...before, toVisited, toCorrect, toIncorrect, toSkipped });
  }

  /** Ends a session that this transaction has locked. */
  async complete(id: string, score: number, claimed: CompletionClaim | null, at: Date): Promise<void> {
    await this.db(table)
      .where({ id })
      .update({
        status: 'completed',
        score,
        claimed: claimed === null ? null : JSON.stringify(claimed),
        completed_at: at,
        updated_at: at,
      });
  }

  /** The newest open session of a mode that was begun on this device since a moment. */
  async findOpen(userId: string, mode: SessionMode, device: string, since: Date): Promise<GameSession | undefined> {
    const row = await this.db(table)
      .where({ user_id: userId, mode, reference_id: device, status: 'active' })
      .where('started_at', '>=', since)
      .whereRaw('answered_count < total_items')
      .orderBy('started_at', 'desc')
      .first(sessionColumns);
    return row && toSession(row);
  }

  /** The items that were answered or skipped in a session, and whether each was right every time. */
  async listPractised(id: string): Promise<{ itemId: string; isMastered: boolean }[]> {
    const rows: { item_id: string; right: unknown }[] = await this.db('game_results')
      .where({ session_id: id })
      .groupBy('item_id')
      .orderBy('item_id')
      .select('item_id', this.db.raw('min(case when is_correct and not skipped then 1 else 0 end) as ??', ['right']));
    return rows.map(({ item_id, right }) => ({ itemId: String(item_id), isMastered: toNumber(right) === 1 }));
  }

  /** How the answers of a session are spread over its games. */
  async countByGame(id: string): Promise<Map<GameType, { correct: number; incorrect: number }>> {
    const rows: { game_type: string; correct: unknown; answers: unknown }[] = await this.db('game_results')
      .where({ session_id: id, skipped: false })
      .groupBy('game_type')
      .select('game_type', this.db.raw('sum(is_correct) as correct'), this.db.raw('count(*) as answers'));
    return new Map(
      rows.map(({ game_type, correct, answers }) => [
        GameType.parse(game_type),
        { correct: toNumber(correct), incorrect: toNumber(answers) - toNumber(correct) },
      ]),
    );
  }

  /** A user's sessions, newest first. */
  recent(userId: string, gameType: GameType | undefined, page: PageRequest): Read<GameSession[]> {
    const wanted = { userId, limit: page.limit, offset: offsetOf(page) };
    const statement = gameType
      ? listRecentOfGame.statement(this.db, { ...wanted, gameType })
      : listRecent.statement(this.db, wanted);
    return { statement, of: (rows) => rows.map(toSession) };
  }
}
