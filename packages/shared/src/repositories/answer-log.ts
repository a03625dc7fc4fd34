import { type Db, toIso, toNumber } from '../database/index.ts';
import { GameType } from '../games/index.ts';
import { evidences, type LoggedReview } from '../memory/index.ts';
import type { RecordedReview } from './result-repository.ts';

/** Which answers of a learner are wanted; `from` bounds where to look. */
export interface LogOfThing {
  userId: string;
  gameType: GameType;
  thing: string;
  from: Date;
}

const columns = [
  'id',
  'answered_at',
  'day_at',
  'time_zone',
  'evidence',
  'answer_key',
  'scheduled_days',
  'retention',
] as const;

/** A learner's day begins less than this before an answer in it, in any zone. */
const longestDayMs = 2 * 86_400_000;

/** The answers of learners, as far as memories are made of them. */
export class AnswerLog {
  constructor(private readonly db: Db) {}

  /** The answers about one thing since a moment. */
  async listOfThing({ userId, gameType, thing, from }: LogOfThing): Promise<LoggedReview[]> {
    const rows = await this.db('game_results')
      .where({ user_id: userId, game_type: gameType, thing })
      .where('day_at', '>=', new Date(from.getTime() - longestDayMs))
      .where('answered_at', '>=', from)
      .whereNotNull('evidence')
      .select(columns);
    return rows.map(toLoggedReview);
  }

  /** All answers of a learner that say something about a memory. */
  async listOfLearner(userId: string): Promise<LoggedAnswer[]> {
    const rows = await this.db('game_results')
      .where({ user_id: userId })
      .whereNotNull('evidence')
      .select(...columns, 'game_type', 'thing', 'item_id');
    return rows.map((row) => ({
      gameType: GameType.parse(row.game_type),
      thing: String(row.thing),
      itemId: String(row.item_id),
      review: toLoggedReview(row),
    }));
  }

  /** How many answers that say something about a memory each learner has given, and when the newest was recorded. */
  async countByLearner(): Promise<Map<string, CountedAnswers>> {
    const rows = await this.db('game_results')
      .whereNotNull('evidence')
      .groupBy('user_id')
      .select('user_id')
      .count({ answers: '*' })
      .max({ newest_at: 'created_at' });
    return new Map(
      rows.map((row: Record<string, unknown>) => [
        String(row.user_id),
        { answers: toNumber(row.answers), newestAt: new Date(toIso(row.newest_at)) },
      ]),
    );
  }

  /** Answers of a learner that were recorded before there were memories. */
  async listUnread(userId: string): Promise<UnreadAnswer[]> {
    const rows = await this.db('game_results')
      .where({ user_id: userId })
      .whereNull('evidence')
      .select('id', 'game_type', 'item_id', 'is_correct', 'skipped', 'attempts', 'time_spent_ms', 'created_at');
    return rows.map((row) => ({
      id: String(row.id),
      gameType: GameType.parse(row.game_type),
      itemId: String(row.item_id),
      isCorrect: Boolean(row.is_correct),
      skipped: Boolean(row.skipped),
      attempts: Number(row.attempts),
      timeSpentMs: Number(row.time_spent_ms),
      createdAt: new Date(toIso(row.created_at)),
    }));
  }

  /** Says what such an answer tells about a memory. */
  async complete(id: string, review: RecordedReview): Promise<void> {
    await this.db('game_results').where({ id }).whereNull('evidence').update({
      thing: review.thing,
      answered_at: review.answeredAt,
      day_at: review.dayAt,
      time_zone: review.timeZone,
      evidence: review.evidence,
      answer_key: review.answerKey,
      scheduled_days: review.scheduledDays,
      retention: review.retention,
      predicted: review.predicted,
    });
  }

  /** Learners who ever answered, some after `last`. */
  async listLearners(last: string, most: number): Promise<string[]> {
    const ids = await this.db('game_results')
      .where('user_id', '>', last)
      .distinct('user_id')
      .orderBy('user_id')
      .limit(most)
      .pluck('user_id');
    return ids.map(String);
  }
}

/** An answer of the log, and what it was about. */
export interface LoggedAnswer {
  gameType: GameType;
  thing: string;
  itemId: string;
  review: LoggedReview;
}

/** How many answers somebody has given, and when the newest of them was recorded. */
export interface CountedAnswers {
  answers: number;
  newestAt: Date;
}

/** An answer as it was recorded before there were memories. */
export interface UnreadAnswer {
  id: string;
  gameType: GameType;
  itemId: string;
  isCorrect: boolean;
  skipped: boolean;
  attempts: number;
  timeSpentMs: number;
  createdAt: Date;
}

/** Reads an answer that a memory can be made of. */
export function toLoggedReview(row: Record<string, unknown>): LoggedReview {
  const evidence = evidences.find((name) => name === row.evidence);
  if (evidence === undefined) throw new Error(`The result ${String(row.id)} says nothing about a memory.`);
  return {
    id: String(row.id),
    answeredAt: new Date(toIso(row.answered_at)),
    dayAt: new Date(toIso(row.day_at)),
    zone: String(row.time_zone),
    evidence,
    answerKey: String(row.answer_key),
    scheduledDays: row.scheduled_days === null ? null : Number(row.scheduled_days),
    retention: Number(row.retention),
  };
}
