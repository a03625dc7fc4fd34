import { LessonStatus } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { isStaff } from '../../access/caller.ts';
import { learntClasses, listableClasses } from '../../access/class-access.ts';
import { Id, listAnswer, paging } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedLessonSummary, presentLessonSummary } from '../../presenters/lesson.ts';
import { Names, namesIn } from '../../presenters/names.ts';
import { listLearnerLessons, PresentedLearnerLesson } from './learner-lessons.ts';

/** The pipeline seen from outside: where each recording stands, newest first. */
export const listLessons = defineRoute({
  method: 'get',
  path: '/api/v1/lessons',
  operationId: 'listLessons',
  tag: 'lessons',
  summary: 'Recordings on their way to exercises, newest first',
  description:
    'A teacher sees the lessons of their own classes; admins and services see all, the unassigned ones too. A student sees the published lessons of their classes, with what there is to practise.',
  access: 'known',
  limit: 'default',
  query: z.strictObject({ status: LessonStatus.optional(), class_id: Id.optional(), ...paging(20) }),
  response: {
    status: 200,
    schema: listAnswer('lessons', z.union([PresentedLessonSummary, PresentedLearnerLesson])).extend({
      names: Names.optional(),
    }),
  },
  errors: ['dependency_unavailable', 'upstream_failed'],
  example: { query: { status: 'failed' } },
}).handledBy(async ({ query, caller, context }) => {
  const { page, limit, status } = query;
  if (!isStaff(caller)) {
    const { classes, lessonParts } = context;
    const learnt = await learntClasses(classes, caller, query.class_id);
    const { rows, total } = await listLearnerLessons(lessonParts(), caller.userId ?? '', learnt, { page, limit });
    return { body: { success: true, count: rows.length, lessons: rows, pagination: { page, limit, total } } };
  }
  const classIds = await listableClasses(context.classes, caller, query.class_id);
  const found =
    classIds?.length === 0
      ? { lessons: [], total: 0 }
      : await context.lessonParts().lessons.list({ status, classIds, page, limit });
  const lessons = found.lessons.map(presentLessonSummary);
  const ids = found.lessons.flatMap(({ teacher_id, user_id }) => [teacher_id, user_id]);
  const names = await namesIn(context.people, ids);
  const pagination = { page, limit, total: found.total };
  return { body: { success: true, count: lessons.length, lessons, pagination, names } };
});
