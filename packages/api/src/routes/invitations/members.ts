import { NotFoundError } from '@tulkka/shared/errors';
import { z } from 'zod';
import { Id, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';

/** Leaves a class, or takes a learner out of one's own. */
export const removeMember = defineRoute({
  method: 'delete',
  path: '/api/v1/classes/{class_id}/members/{member_id}',
  operationId: 'removeMember',
  tag: 'invitations',
  summary: 'Leave a class, or take a learner out of it',
  description:
    'For the member, the class’s teacher and admins. What was learnt stays the learner’s; the teacher sees it no longer.',
  access: 'known',
  limit: 'default',
  params: z.strictObject({ class_id: Id, member_id: UserId }),
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), id: z.string() }) },
  errors: ['not_found'],
}).handledBy(async ({ params, caller, context }) => {
  const { class_id: classId, member_id: memberId } = params;
  if (memberId !== caller.userId) await context.classKeeping.get(caller, classId);
  if (!(await context.classJoining.leave(classId, memberId))) throw new NotFoundError('The member');
  return { body: { success: true, id: memberId } };
});
