import { ConflictError, NotFoundError } from '@tulkka/shared/errors';
import { GameType } from '@tulkka/shared/games';
import { findOrigins, ItemReportRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Id, label } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedReport, presentReport, ReportReason } from '../../presenters/report.ts';
import { itemSource } from '../../sessions/item-source.ts';
import { playerFor } from '../../sessions/player.ts';

const Reported = PresentedReport.extend({ success: z.literal(true) }).meta({ id: 'ReportedItem' });

/** A learner says that something is wrong with an item. */
export const reportItem = defineRoute({
  method: 'post',
  path: '/api/v1/items/{game_type}/{item_id}/reports',
  operationId: 'reportItem',
  tag: 'reports',
  summary: 'Say that something is wrong with an item',
  description:
    'The teacher of its class reads it. There is one report for each learner and item: said again (200), it is changed and open again. Words of one’s own making are one’s own to mend (409).',
  access: 'known',
  limit: 'default',
  params: z.strictObject({ game_type: GameType, item_id: Id }),
  body: z.strictObject({
    reason: ReportReason,
    text: label(1000).optional().meta({ description: 'More about it, in the learner’s own words.' }),
  }),
  response: { status: 201, schema: Reported },
  otherResponses: [{ status: 200, schema: Reported, description: 'The report there was is changed' }],
  errors: ['not_found', 'conflict'],
  example: { body: { reason: 'also_right', text: 'We can also say “on the weekend”.' } },
}).handledBy(async ({ params, body, caller, userId, context: { db } }) => {
  const { game_type: gameType, item_id: itemId } = params;
  const [item] = await itemSource(db, gameType, playerFor(caller, userId)).findItems([itemId]);
  const origin = item && (await findOrigins(db, gameType, [itemId])).get(itemId);
  if (!item || !origin) throw new NotFoundError('The item');
  if (item.kind === 'word' && origin.recordingId === null) {
    throw new ConflictError('This word is your own: change or delete it in its list.');
  }
  const { classId, recordingId } = origin;
  const { reason, text = null } = body;
  const made = { userId, gameType, itemId, classId, recordingId, reason, text };
  const { report, isNew } = await new ItemReportRepository(db).save(made);
  return { status: isNew ? 201 : 200, body: { success: true, ...presentReport(report) } };
});
