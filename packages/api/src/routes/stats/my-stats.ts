import { z } from 'zod';
import { Moment } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedGameStats, presentGameStats, sumOf } from '../../presenters/game-stats.ts';

/** A learner's totals in every game played. */
export const myStats = defineRoute({
  method: 'get',
  path: '/api/v1/stats/me',
  operationId: 'getMyStats',
  tag: 'stats',
  summary: 'The learner’s totals in every game played',
  access: 'known',
  limit: 'default',
  response: {
    status: 200,
    schema: z
      .strictObject({
        success: z.literal(true),
        user_id: z.string(),
        game_stats: z.array(PresentedGameStats),
        total_mistakes: z.int().min(0),
        generated_at: Moment,
      })
      .meta({ id: 'LearnerStats' }),
  },
  errors: [],
}).handledBy(async ({ userId, context }) => {
  const stats = await context.learnerReads.stats(userId);
  return {
    body: {
      success: true,
      user_id: userId,
      game_stats: stats.map(presentGameStats),
      total_mistakes: sumOf(stats, 'mistakes'),
      generated_at: new Date().toISOString(),
    },
  };
});
