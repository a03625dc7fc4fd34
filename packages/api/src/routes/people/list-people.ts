import { z } from 'zod';
import { seesEverything } from '../../access/caller.ts';
import { listableClasses } from '../../access/class-access.ts';
import { Id, listAnswer, paging, text } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { presentPage } from '../../presenters/page.ts';
import { PresentedPerson, presentPerson } from '../../presenters/person.ts';

/** Who there is: for a teacher the people of their own classes. */
export const listPeople = defineRoute({
  method: 'get',
  path: '/api/v1/people',
  operationId: 'listPeople',
  tag: 'people',
  summary: 'People by name',
  description: 'A teacher sees those of their own classes; admins and services see everybody, with their e-mail.',
  access: 'staff',
  limit: 'default',
  query: z.strictObject({
    class_id: Id.optional(),
    search: text(1, 120).optional().meta({ description: 'Part of the name, whatever its case.' }),
    ...paging(20),
  }),
  response: { status: 200, schema: listAnswer('data', PresentedPerson) },
  errors: [],
}).handledBy(async ({ query, caller, context }) => {
  const { class_id: classId, search, page, limit } = query;
  const classIds = await listableClasses(context.classes, caller, classId);
  const found = await context.people.list({ classIds, search }, { page, limit });
  const withEmail = seesEverything(caller);
  return { body: presentPage('data', found, { page, limit }, (person) => presentPerson(person, withEmail)) };
});
