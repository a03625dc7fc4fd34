import { ExerciseSetStatus } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { listableClasses } from '../../access/class-access.ts';
import { listAnswer, paging } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedLessonSummary, presentLessonSummary } from '../../presenters/lesson.ts';
import { Names, namesIn } from '../../presenters/names.ts';

const DeskLesson = z
  .strictObject({
    lesson: PresentedLessonSummary,
    class_name: z.string().nullable(),
    set: z
      .strictObject({
        id: z.string(),
        status: ExerciseSetStatus,
        total_exercises: z.int().min(0),
        revision: z.int().min(1),
      })
      .nullable()
      .meta({ description: 'What was made of the lesson; null while nothing is.' }),
  })
  .meta({ id: 'DeskLesson' });

/** The lessons that a teacher works through, each with its set. */
export const getDesk = defineRoute({
  method: 'get',
  path: '/api/v1/desk',
  operationId: 'getDesk',
  tag: 'review',
  summary: 'The lessons that wait for somebody, and where each stands',
  description:
    'A teacher’s own lessons, newest first, each with the state of its set; admins and services see all, those without a class too.',
  access: 'staff',
  limit: 'results',
  query: z.strictObject(paging(50)),
  response: { status: 200, schema: listAnswer('lessons', DeskLesson).extend({ names: Names }) },
  errors: ['dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ query: { page, limit }, caller, context }) => {
  const { lessons, sets } = context.lessonParts();
  const classIds = await listableClasses(context.classes, caller, undefined);
  const found = classIds?.length === 0 ? { lessons: [], total: 0 } : await lessons.list({ classIds, page, limit });
  const [states, classNames, names] = await Promise.all([
    sets.listStates(found.lessons.map(({ id }) => id)),
    context.classes.listNames([...new Set(found.lessons.flatMap(({ class_id }) => class_id ?? []))]),
    namesIn(
      context.people,
      found.lessons.flatMap(({ teacher_id, user_id }) => [teacher_id, user_id]),
    ),
  ]);
  const rows = found.lessons.map((lesson) => {
    const state = states.get(lesson.id);
    return {
      lesson: presentLessonSummary(lesson),
      class_name: classNames.get(lesson.class_id ?? '') ?? null,
      set: state
        ? { id: state.id, status: state.status, total_exercises: state.total_exercises, revision: state.revision }
        : null,
    };
  });
  return {
    body: { success: true, count: rows.length, lessons: rows, pagination: { page, limit, total: found.total }, names },
    headers: { 'Cache-Control': 'no-store' },
  };
});
