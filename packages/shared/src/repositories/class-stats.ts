import { type Db, toIso, toIsoOrNull, toNumber } from '../database/index.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';

/** How one student of a class gets on, over all games. */
export interface StudentStats {
  userId: string;
  sessions: number;
  completedSessions: number;
  correct: number;
  incorrect: number;
  mistakes: number;
  lastPlayedAt: string | null;
}

/** That a learner of a class practised, and when last. */
export interface Practised {
  classId: string;
  userId: string;
  at: string;
}

/** A read model for a teacher: every student of a class, also one who has not played yet. */
export class ClassStats {
  constructor(private readonly db: Db) {}

  async list(classId: string, page: PageRequest): Promise<Page<StudentStats>> {
    const rows = await this.db('class_students as c')
      .leftJoin('user_game_stats as t', 't.user_id', 'c.user_id')
      .where('c.class_id', classId)
      .groupBy('c.user_id')
      .orderBy('c.user_id')
      .limit(rowsToRead(page))
      .offset(offsetOf(page))
      .select('c.user_id')
      .sum({
        sessions: 't.sessions',
        completed_sessions: 't.completed_sessions',
        correct: 't.correct',
        incorrect: 't.incorrect',
        mistakes: 't.mistakes',
      })
      .max({ last_played_at: 't.last_played_at' });
    return pageOf(rows.map(toStudentStats), page, () => this.db('class_students').where({ class_id: classId }));
  }

  /** Who of some classes has practised since a moment; by the keys of both tables, whatever else is played. */
  async practisedSince(classIds: readonly string[], since: Date, limit: number): Promise<Practised[]> {
    const rows = await this.db('class_students as c')
      .join('user_game_stats as t', 't.user_id', 'c.user_id')
      .whereIn('c.class_id', [...classIds])
      .where('t.last_played_at', '>=', since)
      .groupBy('c.class_id', 'c.user_id')
      .limit(limit)
      .select('c.class_id', 'c.user_id')
      .max({ last_played_at: 't.last_played_at' });
    return rows.map((row: Record<string, unknown>) => ({
      classId: String(row.class_id),
      userId: String(row.user_id),
      at: toIso(row.last_played_at),
    }));
  }
}

function toStudentStats(row: Record<string, unknown>): StudentStats {
  return {
    userId: String(row.user_id),
    sessions: toNumber(row.sessions),
    completedSessions: toNumber(row.completed_sessions),
    correct: toNumber(row.correct),
    incorrect: toNumber(row.incorrect),
    mistakes: toNumber(row.mistakes),
    lastPlayedAt: toIsoOrNull(row.last_played_at),
  };
}
