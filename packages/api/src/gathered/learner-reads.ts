import {
  type GameSession,
  type GameStats,
  ownSession,
  SessionRepository,
  StatsRepository,
  toStats,
  type WantedSession,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { GatheredRead } from './gathered-read.ts';

type Row = Record<string, unknown>;

/**
 * Rows of learners that a key finds, read with one statement for all who ask at the same time: each is as new as one that
 * everybody reads alone, at a share of its trip. Nothing is kept.
 */
export class LearnerReads {
  private readonly totals: GatheredRead<string, readonly Row[]>;
  private readonly sessions: GatheredRead<string, Row | undefined>;

  constructor(db: Knex) {
    this.totals = new GatheredRead(async (userIds) => {
      const rows = await new StatsRepository(db).rowsOf([...new Set(userIds)]);
      return (userId) => rows.get(userId) ?? [];
    });
    this.sessions = new GatheredRead(async (ids) => {
      const rows = await new SessionRepository(db).rowsOf([...new Set(ids)]);
      return (id) => rows.get(id);
    });
  }

  /** A learner's totals, one for each game played, or those of one game. */
  async stats(userId: string, gameType?: GameStats['gameType']): Promise<GameStats[]> {
    return toStats(await this.totals.ask(userId), gameType);
  }

  /** @throws NotFoundError for an id that is nobody's, somebody else's, or of another game than asked for. */
  async session(wanted: WantedSession): Promise<GameSession> {
    return ownSession(wanted, await this.sessions.ask(wanted.id));
  }
}
