import { NotFoundError } from '@tulkka/shared/errors';
import { GameType } from '@tulkka/shared/games';
import { memoryStandings, standingOf } from '@tulkka/shared/memory';
import { MemoryRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Id, Moment } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';

/** Asks again for something that rests. */
export const wakeMemory = defineRoute({
  method: 'post',
  path: '/api/v1/memories/wake',
  operationId: 'wakeMemory',
  tag: 'practice',
  summary: 'Ask again for a thing that rests',
  description:
    'What was forgotten six times rests and is not asked any more. Woken, it is due at once; `user_id` names the learner where their teacher does it.',
  access: 'known',
  limit: 'default',
  body: z.strictObject({ game_type: GameType, item_id: Id }),
  response: {
    status: 200,
    schema: z
      .strictObject({
        success: z.literal(true),
        game_type: GameType,
        item_id: z.string(),
        next_due: Moment,
        standing: z.enum(memoryStandings),
      })
      .meta({ id: 'WokenMemory' }),
  },
  errors: ['not_found'],
  example: { body: { game_type: 'spelling_bee', item_id: '019ab2c4-7f3e-7a51-9c1d-3f5b8a2e6d11' } },
}).handledBy(async ({ body, userId, context }) => {
  const at = new Date();
  const kept = await new MemoryRepository(context.db).wake(userId, body.game_type, body.item_id, at);
  if (!kept) throw new NotFoundError('A memory that rests');
  const { dueAt } = kept.memory;
  return {
    body: { success: true, ...body, next_due: dueAt.toISOString(), standing: standingOf(kept.memory, at) },
  };
});
