import type { LessonClass } from '@tulkka/shared/repositories';
import { z } from 'zod';
import type { ApiContext } from '../../context.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedClass, peopleOfClass, presentClass } from '../../presenters/class.ts';
import { namesIn } from '../../presenters/names.ts';
import { ClassParams, classFields, exampleClass } from './fields.ts';

const named = async (context: ApiContext, found: LessonClass): Promise<z.input<typeof PresentedClass>> => ({
  ...presentClass(found),
  names: await namesIn(context.people, peopleOfClass(found)),
});

export const getClass = defineRoute({
  method: 'get',
  path: '/api/v1/classes/{class_id}',
  operationId: 'getClass',
  tag: 'classes',
  summary: 'One class with its students',
  access: 'staff',
  limit: 'default',
  params: ClassParams,
  response: { status: 200, schema: PresentedClass },
  errors: ['not_found'],
  example: { response: exampleClass },
}).handledBy(async ({ caller, params, context }) => ({
  body: await named(context, await context.classKeeping.get(caller, params.class_id)),
}));

export const updateClass = defineRoute({
  method: 'patch',
  path: '/api/v1/classes/{class_id}',
  operationId: 'updateClass',
  tag: 'classes',
  summary: 'Change a class',
  description:
    'A list of students replaces the one before; who is new gets the word lists of past lessons. Only an admin or a service may add students, or give a class the Zoom meeting or the e-mail of another teacher’s class.',
  access: 'staff',
  limit: 'default',
  params: ClassParams,
  body: z
    .strictObject(classFields)
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, { error: 'needs at least one field to change' }),
  response: { status: 200, schema: PresentedClass },
  errors: ['not_found'],
  example: { body: { auto_approve: true }, response: { ...exampleClass, auto_approve: true } },
}).handledBy(async ({ caller, params, body, context }) => ({
  body: await named(context, await context.classKeeping.update(caller, params.class_id, body)),
}));

export const deleteClass = defineRoute({
  method: 'delete',
  path: '/api/v1/classes/{class_id}',
  operationId: 'deleteClass',
  tag: 'classes',
  summary: 'Delete a class',
  description: 'Its students keep their word lists and results.',
  access: 'staff',
  limit: 'default',
  params: ClassParams,
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), id: z.string() }) },
  errors: ['not_found'],
  example: { response: { success: true, id: exampleClass.id } },
}).handledBy(async ({ caller, params, context }) => {
  await context.classKeeping.delete(caller, params.class_id);
  return { body: { success: true, id: params.class_id } };
});
