import { CatalogueRepository, StatsRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { viewerFor } from '../../access/viewer.ts';
import { listAnswer, paging } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { presentCatalogueItem } from '../../presenters/game-item.ts';
import { sumOf } from '../../presenters/game-stats.ts';
import { PresentedMistake, presentMistake } from '../../presenters/mistake.ts';
import { presentPage } from '../../presenters/page.ts';
import { type CatalogueArea, fields } from './catalogue-area.ts';

/** What the learner gets wrong in a game. */
export const mistakesRoute = ({ tag, name, item, catalogue, gameType }: CatalogueArea): Route =>
  defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/mistakes`,
    operationId: `list${name}Mistakes`,
    tag,
    summary: 'The learner’s mistakes in this game, worst first',
    description: 'Each with its item; null where the item is gone or no longer theirs to see.',
    access: 'known',
    limit: 'default',
    query: z.strictObject(paging(10)),
    response: {
      status: 200,
      schema: listAnswer(
        'mistakes',
        fields({ ...PresentedMistake.shape, item: item.nullable() }).meta({ id: `${name}Mistake` }),
      ),
    },
    errors: [],
  }).handledBy(async ({ query, caller, userId, context }) => {
    const { db } = context;
    const [rows, stats] = await Promise.all([
      new CatalogueRepository(db, catalogue).listMistakes(viewerFor(caller, userId), { userId, gameType }, query),
      new StatsRepository(db).list(userId, gameType),
    ]);
    const found = { rows, total: sumOf(stats, 'mistakenItems') };
    return {
      body: presentPage('mistakes', found, query, ({ mistake, item: one }) => ({
        ...presentMistake(mistake),
        item: one ? presentCatalogueItem(gameType, one) : null,
      })),
    };
  });
