import { readTogether } from '@tulkka/shared/database';
import { GameType } from '@tulkka/shared/games';
import { SessionRepository, StatsRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { listAnswer, paging, UserId } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { mean, sumOf } from '../../presenters/game-stats.ts';
import { presentPage } from '../../presenters/page.ts';
import { PresentedSession, presentSession } from '../../presenters/session.ts';

const count = z.int().min(0);

/** A learner's sessions and what they come to. */
const getProgress = defineRoute({
  method: 'get',
  path: '/api/v1/progress/{user_id}',
  operationId: 'getProgress',
  tag: 'progress',
  summary: 'A learner’s sessions, newest first, and their totals',
  description: 'The totals are those of all completed sessions, whichever page is asked for.',
  access: 'known',
  limit: 'catalog',
  params: z.strictObject({ user_id: UserId }),
  query: z.strictObject({ game_type: GameType.optional(), ...paging(10) }),
  response: {
    status: 200,
    schema: listAnswer('sessions', PresentedSession)
      .extend({
        totals: z.strictObject({
          sessions: count,
          correct: count,
          incorrect: count,
          average_score: z.number().min(0).max(100),
        }),
      })
      .meta({ id: 'LearnerProgress' }),
  },
  errors: [],
}).handledBy(async ({ params, query, context }) => {
  const { game_type: gameType, page, limit } = query;
  const { db } = context;
  const [rows, stats] = await readTogether(
    db,
    new SessionRepository(db).recent(params.user_id, gameType, { page, limit }),
    new StatsRepository(db).listing(params.user_id, gameType),
  );
  const completed = sumOf(stats, 'completedSessions');
  const totals = {
    sessions: completed,
    correct: sumOf(stats, 'completedCorrect'),
    incorrect: sumOf(stats, 'completedIncorrect'),
    average_score: mean(sumOf(stats, 'scoreSum'), completed),
  };
  const found = { rows, total: sumOf(stats, 'sessions') };
  return {
    body: {
      ...presentPage('sessions', found, { page, limit }, (session) => presentSession(session, new Date())),
      totals,
    },
  };
});

/** Progress. */
export const progressRoutes: readonly Route[] = [getProgress];
