import { NotFoundError } from '@tulkka/shared/errors';
import { gameOf } from '@tulkka/shared/games';
import { CatalogueRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { viewerFor } from '../../access/viewer.ts';
import { Id, queryInteger } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { type CatalogueArea, itemName } from './catalogue-area.ts';

const Hint = z.strictObject({ item_id: z.string(), hint: z.string() }).meta({ id: 'Hint' });

/** Helps with an item without giving its answer away. */
export const hintRoute = (area: CatalogueArea): Route => {
  const { tag, items, catalogue, gameType } = area;
  return defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/${items}/{item_id}/hint`,
    operationId: `get${itemName(area)}Hint`,
    tag,
    summary: 'A hint',
    description: 'It gets more concrete with `attempt=2` and `attempt=3`, and never contains the answer.',
    access: 'catalogue',
    limit: 'default',
    params: z.strictObject({ item_id: Id }),
    query: z.strictObject({ attempt: queryInteger(1, 1000).default(1) }),
    response: { status: 200, schema: Hint },
    errors: ['not_found'],
  }).handledBy(async ({ params, query, caller, userId, context }) => {
    const found = await new CatalogueRepository(context.db, catalogue).findItem(
      viewerFor(caller, userId),
      params.item_id,
    );
    if (!found) throw new NotFoundError(`The ${catalogue.itemNoun}`);
    return { body: { item_id: found.id, hint: gameOf(gameType).open(found.content).hint(query.attempt) } };
  });
};
