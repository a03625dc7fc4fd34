import { readTogether } from '@tulkka/shared/database';
import { GameType } from '@tulkka/shared/games';
import { MistakeRepository, StatsRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { listAnswer, paging, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { sumOf } from '../../presenters/game-stats.ts';
import { PresentedMistake, presentMistake } from '../../presenters/mistake.ts';
import { presentPage } from '../../presenters/page.ts';

/** What a learner gets wrong, in all games. */
export const listMistakes = defineRoute({
  method: 'get',
  path: '/api/v1/mistakes/{user_id}',
  operationId: 'listMistakes',
  tag: 'stats',
  summary: 'A learner’s mistakes, worst first',
  description: 'One for each item, however often it went wrong.',
  access: 'known',
  limit: 'catalog',
  params: z.strictObject({ user_id: UserId }),
  query: z.strictObject({ game_type: GameType.optional(), ...paging(20) }),
  response: { status: 200, schema: listAnswer('mistakes', PresentedMistake) },
  errors: [],
}).handledBy(async ({ params, query, context }) => {
  const { game_type: gameType, page, limit } = query;
  const { db } = context;
  const [rows, stats] = await readTogether(
    db,
    new MistakeRepository(db).worst(params.user_id, gameType, { page, limit }),
    new StatsRepository(db).listing(params.user_id, gameType),
  );
  const found = { rows, total: sumOf(stats, 'mistakenItems') };
  return { body: presentPage('mistakes', found, { page, limit }, presentMistake) };
});
