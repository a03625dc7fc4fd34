import { compiled, type Db, onlyAfterChange, type Statement } from '../database/index.ts';
import type { GameType } from '../games/index.ts';
import type { Evidence } from '../memory/index.ts';
import type { WantedSession } from './session-rows.ts';

/** One answer of a learner, with the verdict on it. */
export interface GameResult {
  id: string;
  sessionId: string;
  userId: string;
  gameType: GameType;
  itemId: string;
  clientResultId: string | null;
  isCorrect: boolean;
  skipped: boolean;
  gradedBy: 'server' | 'learner';
  attempts: number;
  timeSpentMs: number;
  answer: unknown;
  metadata: Record<string, unknown> | null;
  /** What the caller was told, for the same call made again. */
  outcome: unknown;
  createdAt: Date;
  /** What it says about a memory. */
  review: RecordedReview;
}

/** The part of a result that memories are made of. */
export interface RecordedReview {
  thing: string;
  answeredAt: Date;
  dayAt: Date;
  timeZone: string;
  evidence: Evidence;
  answerKey: string;
  /** Null for an answer that came late: its place in the log says. */
  scheduledDays: number | null;
  retention: number;
  /** The chance to recall it that was predicted; null where none was. */
  predicted: number | null;
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

type StoredResult = Omit<GameResult, 'answer' | 'metadata' | 'outcome' | 'review'> &
  RecordedReview & {
    answer: string | null;
    metadata: string | null;
    outcome: string;
  };

const insertResult = compiled((db, result: StoredResult) =>
  db('game_results').insert({
    id: result.id,
    session_id: onlyAfterChange(db, result.sessionId),
    user_id: result.userId,
    game_type: result.gameType,
    item_id: result.itemId,
    client_result_id: result.clientResultId,
    is_correct: result.isCorrect,
    skipped: result.skipped,
    graded_by: result.gradedBy,
    attempts: result.attempts,
    time_spent_ms: result.timeSpentMs,
    answer: result.answer,
    metadata: result.metadata,
    outcome: result.outcome,
    created_at: result.createdAt,
    thing: result.thing,
    answered_at: result.answeredAt,
    day_at: result.dayAt,
    time_zone: result.timeZone,
    evidence: result.evidence,
    answer_key: result.answerKey,
    scheduled_days: result.scheduledDays,
    retention: result.retention,
    predicted: result.predicted,
  }),
);

/** Results, which are only ever added. */
export class ResultRepository {
  constructor(private readonly db: Db) {}

  /**
   * What adds a result after a statement that changed a row; it fails where that changed nothing, and on a duplicate key
   * where the session has one with the same client_result_id.
   */
  addStatement({ answer, metadata, outcome, review, ...rest }: GameResult): Statement {
    return insertResult.statement(this.db, {
      ...rest,
      ...review,
      answer: json(answer),
      metadata: json(metadata),
      outcome: JSON.stringify(outcome),
    });
  }

  /** What the caller was told when this client_result_id was recorded in a session of theirs; null when it never was. */
  async findOutcome({ id, userId, gameType }: WantedSession, clientResultId: string): Promise<string | null> {
    const row = await this.db('game_results')
      .where({ session_id: id, client_result_id: clientResultId, user_id: userId })
      .where(gameType ? { game_type: gameType } : {})
      .first('outcome');
    return row?.outcome ?? null;
  }
}
