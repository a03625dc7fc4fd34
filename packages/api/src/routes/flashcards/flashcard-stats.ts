import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { mean, sumOf } from '../../presenters/game-stats.ts';

const count = z.int().min(0);

/** How the learner does with flashcards. */
export const flashcardStats = defineRoute({
  method: 'get',
  path: '/api/v1/flashcards/stats/me',
  operationId: 'getFlashcardStats',
  tag: 'flashcards',
  summary: 'The learner’s totals with flashcards',
  access: 'known',
  limit: 'default',
  response: {
    status: 200,
    schema: z
      .strictObject({
        success: z.literal(true),
        totals: z.strictObject({
          total_sessions: count,
          completed_sessions: count,
          avg_score: z.number().min(0).max(100),
          total_correct: count,
          total_incorrect: count,
        }),
      })
      .meta({ id: 'FlashcardStats' }),
  },
  errors: [],
}).handledBy(async ({ userId, context }) => {
  const stats = await context.learnerReads.stats(userId, 'flashcards');
  return {
    body: {
      success: true,
      totals: {
        total_sessions: sumOf(stats, 'sessions'),
        completed_sessions: sumOf(stats, 'completedSessions'),
        avg_score: mean(sumOf(stats, 'scoreSum'), sumOf(stats, 'completedSessions')),
        total_correct: sumOf(stats, 'correct'),
        total_incorrect: sumOf(stats, 'incorrect'),
      },
    },
  };
});
