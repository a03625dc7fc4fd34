import { ExerciseSetStatus } from '@tulkka/shared/lessons';
import { z } from 'zod';
import type { ApiContext } from '../../context.ts';
import type { Caller } from '../../http/caller.ts';
import { Id, listAnswer, paging, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedExerciseSet, presentExerciseSet } from '../../presenters/exercise-set.ts';

/** Stored exercise sets of a class, newest first. */
export const listExercises = defineRoute({
  method: 'get',
  path: '/api/v1/exercises',
  operationId: 'listExercises',
  tag: 'lesson processing',
  summary: 'Stored exercise sets of a class, newest first',
  description: 'A student is shown only their own sets, a teacher those of their own classes.',
  access: 'catalogue',
  limit: 'default',
  query: z.strictObject({
    class_id: Id,
    user_id: UserId.optional(),
    status: ExerciseSetStatus.optional(),
    ...paging(20),
  }),
  response: { status: 200, schema: listAnswer('data', PresentedExerciseSet) },
  errors: ['dependency_unavailable', 'upstream_failed'],
  example: { query: { class_id: 'demo' } },
}).handledBy(async ({ query, caller, context }) => {
  const { class_id: classId, page, limit, status } = query;
  const { sets: store } = context.lessonParts();
  const visible = await visibleTo(context, caller, classId);
  const userId = visible === 'own' ? (caller.userId ?? undefined) : query.user_id;
  const found =
    visible === 'none'
      ? { sets: [], total: 0 }
      : await store.list({ classIds: [classId], userId, status, page, limit });
  const data = found.sets.map(presentExerciseSet);
  return { body: { success: true, count: data.length, data, pagination: { page, limit, total: found.total } } };
});

/** What of a class a caller sees: all of it, their own sets, or nothing. */
async function visibleTo(context: ApiContext, caller: Caller, classId: string): Promise<'all' | 'own' | 'none'> {
  const { role, userId } = caller;
  // Nobody is known only in trusted mode, where the network vouches for the caller.
  if (role === 'admin' || role === 'service' || userId === null) return 'all';
  const lessonClass = await context.classes.find(classId);
  if (role === 'teacher') return lessonClass?.teacher_id === userId ? 'all' : 'none';
  return lessonClass?.students.includes(userId) ? 'own' : 'none';
}
