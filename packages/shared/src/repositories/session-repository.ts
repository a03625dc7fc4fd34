import { type Db, toNumber } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import type { GameType } from '../games/index.ts';
import { offsetOf, type PageRequest } from './page.ts';
import {
  type CompletionClaim,
  counterColumns,
  type GameSession,
  type SessionCounters,
  sessionColumns,
  toSession,
} from './session-rows.ts';

/** A session together with all that recording a result for one of its items depends on. */
export interface ResultContext {
  session: GameSession;
  /** Whether the item was answered or skipped before in this session. */
  visitedBefore: boolean;
  /** Whether the user has a mistake on record for the item. */
  mistakenBefore: boolean;
  /** The stored answer to an earlier call with the same client_result_id. */
  earlierOutcome: string | null;
}

/** A session of a user; `gameType` where it must be one of that game. */
export interface WantedSession {
  id: string;
  userId: string;
  gameType?: GameType;
}

const table = 'game_sessions';

/** Sessions of all games. */
export class SessionRepository {
  constructor(private readonly db: Db) {}

  async add(session: GameSession): Promise<void> {
    await this.db(table).insert({
      id: session.id,
      user_id: session.userId,
      game_type: session.gameType,
      class_id: session.classId,
      mode: session.mode,
      reference_id: session.referenceId,
      status: session.status,
      item_ids: JSON.stringify(session.itemIds),
      total_items: session.totalItems,
      ...counterColumns(session.counters),
      started_at: new Date(session.startedAt),
      updated_at: new Date(session.startedAt),
    });
  }

  /** @throws NotFoundError for an id that is nobody's, somebody else's, or of another game than asked for. */
  async get(wanted: WantedSession): Promise<GameSession> {
    return this.read(this.wanted(wanted));
  }

  /** The same, locked until the transaction ends. */
  async lock(wanted: WantedSession): Promise<GameSession> {
    return this.read(this.wanted(wanted).forUpdate());
  }

  /** Reads in one statement what recording a result depends on. @throws NotFoundError as `get` does. */
  async getForResult(wanted: WantedSession, itemId: string, clientResultId: string | null): Promise<ResultContext> {
    const { id, userId, gameType } = wanted;
    const row = await this.db(`${table} as s`)
      .leftJoin('user_mistakes as m', (on) =>
        on.on('m.user_id', 's.user_id').andOn('m.game_type', 's.game_type').andOnVal('m.item_id', itemId),
      )
      .leftJoin('game_results as r', (on) =>
        // Nothing equals null, so without a client_result_id there is no earlier result.
        on.on('r.session_id', 's.id').andOn('r.client_result_id', this.db.raw('?', [clientResultId])),
      )
      .where({ 's.id': id, 's.user_id': userId, ...(gameType ? { 's.game_type': gameType } : {}) })
      .first([
        ...sessionColumns.map((column) => `s.${column}`),
        this.resultsFor(itemId).as('visits'),
        'm.mistake_count',
        'r.outcome',
      ]);
    if (!row) throw new NotFoundError('The session');
    return {
      session: toSession(row),
      visitedBefore: toNumber(row.visits) > 0,
      mistakenBefore: row.mistake_count !== null,
      earlierOutcome: row.outcome,
    };
  }

  /** Whether the item was answered or skipped in this session. */
  async wasVisited(id: string, itemId: string): Promise<boolean> {
    const row = await this.db('game_results').where({ session_id: id, item_id: itemId }).first('id');
    return row !== undefined;
  }

  /**
   * Moves the counters on, unless the session was completed or another result came first: then nothing changes and the
   * answer is false. It is the transaction's first write, so results of one session wait for each other here.
   */
  async advance(id: string, before: SessionCounters, after: SessionCounters, at: Date): Promise<boolean> {
    const changed = await this.db(table)
      .where({ id, status: 'active', ...counterColumns(before) })
      .update({ ...counterColumns(after), updated_at: at });
    return changed > 0;
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

  /** A user's sessions, newest first. */
  async listRecent(userId: string, gameType: GameType | undefined, page: PageRequest): Promise<GameSession[]> {
    const rows = await this.db(table)
      .where({ user_id: userId, ...(gameType ? { game_type: gameType } : {}) })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit)
      .offset(offsetOf(page))
      .select(sessionColumns);
    return rows.map(toSession);
  }

  private wanted({ id, userId, gameType }: WantedSession) {
    return this.db(table).where({ id, user_id: userId, ...(gameType ? { game_type: gameType } : {}) });
  }

  private async read(query: ReturnType<SessionRepository['wanted']>): Promise<GameSession> {
    const row = await query.first(sessionColumns);
    if (!row) throw new NotFoundError('The session');
    return toSession(row);
  }

  private resultsFor(itemId: string) {
    return this.db('game_results as v').whereRaw('v.session_id = s.id').where('v.item_id', itemId).count('*');
  }
}
