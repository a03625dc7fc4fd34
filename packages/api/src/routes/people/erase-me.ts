import { AppError, ConflictError } from '@tulkka/shared/errors';
import { eraseLearner } from '@tulkka/shared/operations';
import { z } from 'zod';
import { isStaff } from '../../access/caller.ts';
import { defineRoute } from '../../http/route.ts';

/** Forgets who asks. */
export const eraseMe = defineRoute({
  method: 'delete',
  path: '/api/v1/me',
  operationId: 'eraseMe',
  tag: 'people',
  summary: 'Erase everything that is stored about the caller',
  description:
    'Profile, memberships, lists, results, memories and one-to-one lessons go; of lessons with a group, what the caller said there, and the exercises that repeat it. The sign-in is closed on every device. It cannot be undone; repeat it when it was interrupted.',
  access: 'known',
  limit: 'processing',
  response: {
    status: 200,
    schema: z
      .strictObject({
        success: z.literal(true),
        user_id: z.string(),
        erased: z.record(z.string(), z.int()),
        account_closed: z.boolean().meta({ description: 'False where the caller has no account that signs in here.' }),
        stays: z.array(z.string()),
      })
      .meta({ id: 'SelfErasure' }),
  },
  errors: ['forbidden', 'conflict', 'dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ caller, userId, context, log }) => {
  if (userId !== caller.userId) {
    throw new AppError('forbidden', 'A person erases themselves; for others there is the command users:erase.');
  }
  const kept = isStaff(caller) ? await context.classes.listIdsOfTeacher(userId) : [];
  if (kept.length > 0) {
    throw new ConflictError(
      `You teach ${kept.length} class(es). Ask a coordinator to give them to somebody else first, or delete them.`,
    );
  }
  const { learnerLessons, sets, eraseAccount } = context.lessonParts();
  const { erased, stays } = await eraseLearner(
    { games: context.db, lessons: learnerLessons, sets, audioStore: context.audioStore },
    userId,
  );
  // Last: with the account goes the right to repeat this call.
  const closed = caller.account !== undefined && (await eraseAccount(caller.account.id));
  if (caller.account) context.callers.forget(caller.account.id);
  log.info('a person erased themselves', { account_closed: closed });
  const found = Object.fromEntries(Object.entries(erased).filter(([, count]) => count > 0));
  return { body: { success: true, user_id: userId, erased: found, account_closed: closed, stays } };
});
