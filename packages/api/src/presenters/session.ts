import { type GameSession, PlayedGame, SessionMode } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';
import { progressOf } from '../sessions/judge-result.ts';
import { Progress } from '../sessions/result-outcome.ts';

/** A session as the API shows it. */
export const PresentedSession = z
  .strictObject({
    id: z.string(),
    user_id: z.string(),
    game_type: PlayedGame,
    class_id: z.string().nullable(),
    mode: SessionMode,
    reference_id: z.string().nullable(),
    status: z.enum(['active', 'completed', 'abandoned']).meta({
      description:
        'Abandoned: no result came for a day. One that comes later, of a device that was offline, brings it back.',
    }),
    total_items: z.int().min(1),
    listen: z.boolean().meta({ description: 'Played by ear: what is heard is typed.' }),
    item_ids: z.array(z.string()).meta({ description: 'The items in the order in which they are played.' }),
    progress: Progress,
    score: z
      .int()
      .min(0)
      .max(100)
      .nullable()
      .meta({ description: 'Correct answers in percent; null until completed.' }),
    started_at: Moment,
    completed_at: Moment.nullable(),
  })
  .meta({ id: 'Session' });

/** So long without a result, and nobody goes on with a session. */
const abandonedAfterMs = 24 * 3_600_000;

const isAbandoned = ({ status, updatedAt }: GameSession, now: Date): boolean =>
  status === 'active' && Date.parse(updatedAt) < now.getTime() - abandonedAfterMs;

/** Picks what leaves the system. */
export function presentSession(session: GameSession, now: Date): z.input<typeof PresentedSession> {
  return {
    id: session.id,
    user_id: session.userId,
    game_type: session.gameType,
    class_id: session.classId,
    mode: session.mode,
    reference_id: session.referenceId,
    status: isAbandoned(session, now) ? 'abandoned' : session.status,
    total_items: session.totalItems,
    listen: session.listen,
    item_ids: session.itemIds,
    progress: progressOf(session.totalItems, session.counters),
    score: session.score,
    started_at: session.startedAt,
    completed_at: session.completedAt,
  };
}
