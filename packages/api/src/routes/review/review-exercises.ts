import { ConflictError, ValidationError } from '@tulkka/shared/errors';
import type { ExerciseSet } from '@tulkka/shared/lessons';
import { findUnplayable } from '@tulkka/shared/publishing';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { requireClass } from '../../access/class-access.ts';
import type { ApiContext } from '../../context.ts';
import { Id, label } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { ExerciseSetAnswer, presentExerciseSet } from '../../presenters/exercise-set.ts';
import { namesIn } from '../../presenters/names.ts';

const params = z.strictObject({ id: Id });
const answer = ExerciseSetAnswer;
const common = {
  tag: 'review',
  access: 'staff',
  limit: 'default',
  params,
  response: { status: 200, schema: answer },
} as const;
const example = { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' } };

/** The set, when the caller may review it. */
export async function reviewable(context: ApiContext, caller: Caller, id: string): Promise<ExerciseSet> {
  const set = await context.lessonParts().sets.get(id);
  await requireClass(context.classes, caller, set.class_id, 'The exercise set');
  return set;
}

async function present(context: ApiContext, set: ExerciseSet) {
  const names = await namesIn(context.people, [set.teacher_id, set.user_id, set.reviewed_by]);
  return { body: { success: true as const, data: presentExerciseSet(set), names } };
}

/** One set with all its items. */
export const getExercises = defineRoute({
  ...common,
  method: 'get',
  path: '/api/v1/exercises/{id}',
  operationId: 'getExercises',
  summary: 'One set of exercises, to review it',
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ params: { id }, caller, context }) => present(context, await reviewable(context, caller, id)));

/** Approves a set and publishes it to the games, exactly once however often it is asked for. */
export const approveExercises = defineRoute({
  ...common,
  method: 'post',
  path: '/api/v1/exercises/{id}/approve',
  operationId: 'approveExercises',
  summary: 'Approve a set: it is published to the games',
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ params: { id }, caller, context }) => {
  const set = await reviewable(context, caller, id);
  const issues = findUnplayable(set.exercises);
  if (set.status === 'pending_review' && issues.length > 0) throw new ValidationError(issues);
  return present(context, await context.lessonParts().publisher.approve(set, caller.userId));
});

/** Takes a rejected set back under review, where it can be edited and approved. */
export const reopenExercises = defineRoute({
  ...common,
  method: 'post',
  path: '/api/v1/exercises/{id}/reopen',
  operationId: 'reopenExercises',
  summary: 'Take a rejected set back under review',
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ params: { id }, caller, context }) => {
  const set = await reviewable(context, caller, id);
  if (set.status === 'pending_review') return present(context, set);
  if (set.status !== 'rejected')
    throw new ConflictError(`The set is ${set.status}; only a rejected one can be reopened.`);
  const { sets } = context.lessonParts();
  return present(context, await sets.move(set, 'pending_review', { reviewedBy: caller.userId, reason: null }));
});

/** Rejects a set that is not published yet, with the reason. */
export const rejectExercises = defineRoute({
  ...common,
  method: 'post',
  path: '/api/v1/exercises/{id}/reject',
  operationId: 'rejectExercises',
  summary: 'Reject a set, with the reason',
  body: z.strictObject({ reason: label(2000) }),
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { ...example, body: { reason: 'Half of the lesson was about the Wi-Fi.' } },
}).handledBy(async ({ params: { id }, body, caller, context }) => {
  const set = await reviewable(context, caller, id);
  if (set.status === 'rejected') return present(context, set);
  if (set.status !== 'pending_review')
    throw new ConflictError(`The set is ${set.status}; only one under review can be rejected.`);
  return present(
    context,
    await context.lessonParts().sets.move(set, 'rejected', { reviewedBy: caller.userId, reason: body.reason }),
  );
});
