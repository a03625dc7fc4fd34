import { ExerciseSetStatus } from '@tulkka/shared/lessons';
import { placeholderStudentOf } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { visibleSets } from '../../access/class-access.ts';
import { Id, listAnswer, paging, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { ListedExerciseSet, presentExerciseSet, presentReviewedSet } from '../../presenters/exercise-set.ts';
import { Names, namesIn } from '../../presenters/names.ts';

/** Stored exercise sets of a class, newest first. */
export const listExercises = defineRoute({
  method: 'get',
  path: '/api/v1/exercises',
  operationId: 'listExercises',
  tag: 'lesson processing',
  summary: 'Stored exercise sets of a class, newest first',
  description:
    'A student is shown the published sets of their own classes, without the analysis and what the quality rules found; a teacher all sets of their own classes.',
  access: 'catalogue',
  limit: 'default',
  query: z.strictObject({
    class_id: Id,
    user_id: UserId.optional(),
    status: ExerciseSetStatus.optional(),
    ...paging(20),
  }),
  response: { status: 200, schema: listAnswer('data', ListedExerciseSet).extend({ names: Names.optional() }) },
  errors: ['dependency_unavailable', 'upstream_failed'],
  example: { query: { class_id: 'demo' } },
}).handledBy(async ({ query, caller, context }) => {
  const { class_id: classId, user_id: userId, status, page, limit } = query;
  const { sets: store } = context.lessonParts();
  const answer = async ({ total }: { total: number }, data: z.input<typeof ListedExerciseSet>[]) => {
    const ids = data.flatMap(({ teacher_id, user_id, reviewed_by }) => [teacher_id, user_id, reviewed_by]);
    const names = await namesIn(context.people, ids);
    return { body: { success: true as const, count: data.length, data, pagination: { page, limit, total }, names } };
  };
  const place = { classIds: [classId], page, limit };
  const visible = await visibleSets(context.classes, caller, classId);
  if (visible === 'all') {
    const found = await store.list({ ...place, userIds: userId === undefined ? undefined : [userId], status });
    return answer(found, found.sets.map(presentExerciseSet));
  }
  if (visible === 'none' || (status ?? 'published') !== 'published') return answer({ total: 0 }, []);
  const { learner } = visible;
  const userIds = [learner, placeholderStudentOf(classId)];
  const found = await store.list({ ...place, userIds, status: 'published' });
  return answer(
    found,
    found.sets.map((set) => presentReviewedSet(set, learner)),
  );
});
