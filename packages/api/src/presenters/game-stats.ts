import { GameType } from '@tulkka/shared/games';
import type { GameStats } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';

const count = z.int().min(0);
const percent = z.number().min(0).max(100);

/** A user's totals in one game as the API shows them. */
export const PresentedGameStats = z
  .strictObject({
    game_type: GameType,
    sessions: count,
    completed_sessions: count,
    average_score: percent.meta({ description: 'Over completed sessions.' }),
    correct: count,
    incorrect: count,
    accuracy: percent.meta({ description: 'Correct answers in percent of all.' }),
    mistaken_items: count.meta({ description: 'Items that went wrong at least once.' }),
    mistakes: count.meta({ description: 'How often an item went wrong.' }),
    time_spent_ms: count,
    last_played_at: Moment.nullable(),
  })
  .meta({ id: 'GameStats' });

/** Picks what leaves the system. */
export function presentGameStats(stats: GameStats): z.input<typeof PresentedGameStats> {
  return {
    game_type: stats.gameType,
    sessions: stats.sessions,
    completed_sessions: stats.completedSessions,
    average_score: mean(stats.scoreSum, stats.completedSessions),
    correct: stats.correct,
    incorrect: stats.incorrect,
    accuracy: percentOf(stats.correct, stats.correct + stats.incorrect),
    mistaken_items: stats.mistakenItems,
    mistakes: stats.mistakes,
    time_spent_ms: stats.timeSpentMs,
    last_played_at: stats.lastPlayedAt,
  };
}

/** A mean with two decimals; of nothing, 0. */
export function mean(sum: number, count: number): number {
  return count === 0 ? 0 : Math.round((100 * sum) / count) / 100;
}

/** A share in percent with two decimals; of nothing, 0. */
export function percentOf(part: number, whole: number): number {
  return mean(100 * part, whole);
}

/** The sum of one field over several games. */
export function sumOf(
  stats: readonly GameStats[],
  field: Exclude<keyof GameStats, 'gameType' | 'lastPlayedAt'>,
): number {
  return stats.reduce((sum, one) => sum + one[field], 0);
}
