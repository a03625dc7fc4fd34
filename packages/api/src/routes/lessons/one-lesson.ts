import { ValidationError } from '@tulkka/shared/errors';
import { z } from 'zod';
import { Id, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedLesson, presentLesson } from '../../presenters/lesson.ts';
import { requireClass, requireNamedClass } from '../review/class-access.ts';

const params = z.strictObject({ id: Id });
const answer = z.strictObject({ success: z.literal(true), lesson: PresentedLesson }).meta({ id: 'LessonAnswer' });
const common = {
  tag: 'lessons',
  access: 'staff',
  limit: 'default',
  params,
  response: { status: 200, schema: answer },
} as const;
const example = { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' } };

/** One lesson with its transcript. */
export const getLesson = defineRoute({
  ...common,
  method: 'get',
  path: '/api/v1/lessons/{id}',
  operationId: 'getLesson',
  summary: 'One lesson with its transcript',
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ params: { id }, caller, context }) => {
  const lesson = await context.lessonParts().lessons.get(id);
  await requireClass(context, caller, lesson.class_id, 'The lesson');
  return { body: { success: true, lesson: presentLesson(lesson) } };
});

const Assignment = z
  .strictObject({ class_id: Id.optional(), teacher_id: UserId.optional(), user_id: UserId.optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'needs at least one of class_id, teacher_id, user_id',
  });

/** Names the class, the teacher or the student of a lesson; an unassigned one goes on where it stopped. */
export const assignLesson = defineRoute({
  ...common,
  method: 'patch',
  path: '/api/v1/lessons/{id}',
  operationId: 'assignLesson',
  summary: 'Assign a lesson to its class, teacher or student',
  body: Assignment,
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { ...example, body: { class_id: 'demo' } },
}).handledBy(async ({ params: { id }, body, caller, context }) => {
  const { lessons } = context.lessonParts();
  const lesson = await lessons.get(id);
  await requireClass(context, caller, lesson.class_id, 'The lesson');
  if (body.class_id !== undefined) {
    await requireNamedClass(context, caller, body.class_id);
    const lessonClass = await context.classes.find(body.class_id);
    if (!lessonClass) {
      throw new ValidationError([
        { path: 'class_id', message: 'is no class; create it first with POST /api/v1/classes' },
      ]);
    }
  }
  return { body: { success: true, lesson: presentLesson(await lessons.assign(id, body)) } };
});

/** Tries a failed lesson again from where it stopped. */
export const retryLesson = defineRoute({
  ...common,
  method: 'post',
  path: '/api/v1/lessons/{id}/retry',
  operationId: 'retryLesson',
  summary: 'Try a failed lesson again',
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ params: { id }, caller, context }) => {
  const { lessons } = context.lessonParts();
  const lesson = await lessons.get(id);
  await requireClass(context, caller, lesson.class_id, 'The lesson');
  return { body: { success: true, lesson: presentLesson(await lessons.retry(id)) } };
});
