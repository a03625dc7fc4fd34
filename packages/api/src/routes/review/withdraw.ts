import { inTransaction } from '@tulkka/shared/database';
import { ConflictError, NotFoundError } from '@tulkka/shared/errors';
import { GameType } from '@tulkka/shared/games';
import { withoutItem } from '@tulkka/shared/publishing';
import { findOrigins, WithdrawalRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { requireClass } from '../../access/class-access.ts';
import { Id, label } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { ExerciseSetAnswer, presentExerciseSet } from '../../presenters/exercise-set.ts';
import { reviewable } from './review-exercises.ts';

const common = {
  method: 'post',
  tag: 'review',
  access: 'staff',
  limit: 'default',
  body: z.strictObject({ reason: label(1000) }),
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
} as const;

/** Takes one published item out of the games. */
export const withdrawItem = defineRoute({
  ...common,
  path: '/api/v1/items/{game_type}/{item_id}/withdraw',
  operationId: 'withdrawItem',
  summary: 'Withdraw one item that was published of a lesson',
  description:
    'Open sessions skip it, memories and mistakes forget it, results stay; a word goes from the lists of all learners of the lesson. Its set says when it was withdrawn and why, its history by whom; its reports are closed.',
  params: z.strictObject({ game_type: GameType, item_id: Id }),
  response: {
    status: 200,
    schema: z
      .strictObject({ success: z.literal(true), game_type: GameType, item_id: z.string() })
      .meta({ id: 'WithdrawnItem' }),
  },
  example: { body: { reason: '“At the weekend” is right, too.' } },
}).handledBy(async ({ params, body, caller, userId, context, log }) => {
  const { game_type: gameType, item_id: itemId } = params;
  const origin = (await findOrigins(context.db, gameType, [itemId])).get(itemId);
  if (!origin) throw new NotFoundError('The item');
  await requireClass(context.classes, caller, origin.classId, 'The item');
  const { recordingId, classId, text } = origin;
  if (recordingId === null || classId === null) {
    throw new ConflictError('Only what was published of a lesson can be withdrawn.');
  }
  const { sets } = context.lessonParts();
  // The set first: an item that is still in the games can be withdrawn again.
  const set = await sets.findByRecording(recordingId);
  if (set) {
    const exercises = withoutItem(set.exercises, { gameType, text }, body.reason);
    if (exercises !== set.exercises) await sets.edit(set, exercises, { by: userId, reason: body.reason });
  }
  await inTransaction(context.db, (transaction) =>
    new WithdrawalRepository(transaction).withdrawItem({ recordingId, classId, gameType, itemId, text }),
  );
  log.info('an item was withdrawn', { by: userId, game_type: gameType, item_id: itemId, exercise_set_id: set?.id });
  return { body: { success: true, game_type: gameType, item_id: itemId } };
});

/** Takes a published set back out of the games. */
export const withdrawExercises = defineRoute({
  ...common,
  path: '/api/v1/exercises/{id}/withdraw',
  operationId: 'withdrawExercises',
  summary: 'Take a published set back',
  description:
    'Everything of it leaves the games as a withdrawn item does; the set is rejected with the reason, and can be reopened, changed and approved again.',
  params: z.strictObject({ id: Id }),
  response: { status: 200, schema: ExerciseSetAnswer },
  example: {
    params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' },
    body: { reason: 'This was another class’s lesson.' },
  },
}).handledBy(async ({ params, body, caller, userId, context, log }) => {
  const set = await reviewable(context, caller, params.id);
  if (set.status === 'rejected') return { body: { success: true, data: presentExerciseSet(set) } };
  if (set.status !== 'published') {
    throw new ConflictError(`The set is ${set.status}; only a published one can be taken back.`);
  }
  const place = { recordingId: set.recording_id, classId: set.class_id };
  await inTransaction(context.db, (transaction) => new WithdrawalRepository(transaction).withdrawRecording(place));
  log.info('a set was taken back', { by: userId, exercise_set_id: set.id });
  const { sets } = context.lessonParts();
  const rejected = await sets.move(set, 'rejected', { reviewedBy: caller.userId, reason: body.reason });
  return { body: { success: true, data: presentExerciseSet(rejected) } };
});
