import { inTransaction } from '@tulkka/shared/database';
import {
  type CompletionClaim,
  type GameSession,
  SessionRepository,
  StatsRepository,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import type { Player } from './player.ts';
import type { SessionPlace } from './record-result.ts';

/** A number that a client claimed on completion and that is not what was recorded. */
export interface ClaimDifference {
  field: 'final_score' | 'correct_count' | 'incorrect_count';
  claimed: number;
  recorded: number;
}

/** A session at its end, and how its items went. */
export interface CompletedSession {
  session: GameSession;
  practised: { itemId: string; isMastered: boolean }[];
}

/** Ends a session, once: completing it again gives the same answer. The score is made of what was recorded. */
export async function completeSession(
  db: Knex,
  player: Player,
  place: SessionPlace,
  claim: CompletionClaim,
  at: Date,
): Promise<CompletedSession> {
  return inTransaction(db, async (transaction) => {
    const sessions = new SessionRepository(transaction);
    const wanted = { id: place.sessionId, userId: player.userId, gameType: place.gameType };
    const session = await sessions.lock(wanted);
    const practised = await sessions.listPractised(session.id);
    if (session.status === 'completed') return { session, practised };
    const { correct, incorrect } = session.counters;
    const score = scoreOf(correct, incorrect);
    const claimed = Object.keys(claim).length === 0 ? null : claim;
    await sessions.complete(session.id, score, claimed, at);
    const stats = new StatsRepository(transaction);
    if (session.gameType === 'mixed') await countMixed(sessions, stats, session, score, at);
    else await stats.countCompletion(session.userId, session.gameType, { score, correct, incorrect }, at);
    const completedAt = at.toISOString();
    return {
      session: { ...session, status: 'completed', score, claimed, updatedAt: completedAt, completedAt },
      practised,
    };
  });
}

/** A session of several games counts where it was counted when it began; its answers count in their own games. */
async function countMixed(
  sessions: SessionRepository,
  stats: StatsRepository,
  { id, userId, itemGames }: GameSession,
  score: number,
  at: Date,
): Promise<void> {
  const games = await sessions.countByGame(id);
  const first = itemGames?.[0];
  if (first !== undefined && !games.has(first)) games.set(first, { correct: 0, incorrect: 0 });
  for (const [gameType, answers] of games) {
    await stats.countCompletion(userId, gameType, { score, ...answers }, at, gameType === first ? 1 : 0);
  }
}

/** The percentage of answers that were right; of no answers, nothing. */
export function scoreOf(correct: number, incorrect: number): number {
  const answers = correct + incorrect;
  return answers === 0 ? 0 : Math.round((100 * correct) / answers);
}

/** Where a client's claim and the record of a completed session differ. */
export function claimDifferences(session: GameSession): ClaimDifference[] {
  const { claimed, score, counters } = session;
  const recorded = { final_score: score ?? 0, correct_count: counters.correct, incorrect_count: counters.incorrect };
  const fields = ['final_score', 'correct_count', 'incorrect_count'] as const;
  return fields.flatMap((field) => {
    const value = claimed?.[field];
    // A claimed score may have decimals; the recorded one is whole.
    return value === undefined || Math.round(value) === recorded[field]
      ? []
      : [{ field, claimed: value, recorded: recorded[field] }];
  });
}
