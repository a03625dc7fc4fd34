import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { seesEverything } from '../../access/caller.ts';
import { listAnswer, paging, Slug } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedClass, peopleOfClass, presentClass } from '../../presenters/class.ts';
import { Names, namesIn } from '../../presenters/names.ts';
import { presentPage } from '../../presenters/page.ts';
import { classFields, exampleClass } from './fields.ts';

export const listClasses = defineRoute({
  method: 'get',
  path: '/api/v1/classes',
  operationId: 'listClasses',
  tag: 'classes',
  summary: 'Classes by id',
  description: 'A teacher’s own; all of them for an admin or a service.',
  access: 'staff',
  limit: 'default',
  query: z.strictObject(paging(20)),
  response: { status: 200, schema: listAnswer('data', PresentedClass).extend({ names: Names }) },
  errors: [],
  example: {
    response: {
      success: true,
      count: 1,
      data: [exampleClass],
      pagination: { page: 1, limit: 20, total: 1 },
      names: { mia: 'Mia' },
    },
  },
}).handledBy(async ({ caller, query, context }) => {
  const found = await context.classes.list(seesEverything(caller) ? null : caller.userId, query);
  const names = await namesIn(context.people, found.rows.flatMap(peopleOfClass));
  return { body: { ...presentPage('data', found, query, presentClass), names } };
});

export const createClass = defineRoute({
  method: 'post',
  path: '/api/v1/classes',
  operationId: 'createClass',
  tag: 'classes',
  summary: 'Make a class',
  description:
    'The caller may choose the id: it is also the name of the class’s inbox folder. A teacher’s class is the teacher’s own, and begins without students.',
  access: 'staff',
  limit: 'default',
  body: z.strictObject({
    id: Slug.optional(),
    name: classFields.name,
    teacher_id: classFields.teacher_id.default(null),
    teacher_email: classFields.teacher_email.default(null),
    zoom_meeting_id: classFields.zoom_meeting_id.default(null),
    topic_pattern: classFields.topic_pattern.default(null),
    native_language: classFields.native_language.default(null),
    auto_approve: classFields.auto_approve.default(false),
    keep_audio: classFields.keep_audio.default('none'),
    students: classFields.students.default([]),
  }),
  response: { status: 201, schema: PresentedClass },
  location: ({ id }) => `/api/v1/classes/${encodeURIComponent(id)}`,
  errors: ['conflict', 'dependency_unavailable', 'upstream_failed'],
  example: {
    body: { id: 'tuesday-b1', name: 'Tuesday B1', zoom_meeting_id: '857 4606 5432', students: ['mia', 'tom'] },
    response: exampleClass,
  },
}).handledBy(async ({ caller, body, context }) => {
  const made = await context.classKeeping.create(caller, { ...body, id: body.id ?? randomUUID() });
  return { body: { ...presentClass(made), names: await namesIn(context.people, peopleOfClass(made)) } };
});
