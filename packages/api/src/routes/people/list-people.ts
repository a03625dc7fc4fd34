import { PersonRole } from '@tulkka/shared/people';
import { PeopleOverview } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { seesEverything } from '../../access/caller.ts';
import { listableClasses } from '../../access/class-access.ts';
import { Id, listAnswer, paging, queryFlag, text } from '../../http/fields.ts';
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
  description:
    'A teacher sees those of their own classes; admins and services see everybody, with their e-mail. Classes are named as far as the caller sees them.',
  access: 'staff',
  limit: 'default',
  query: z.strictObject({
    class_id: Id.optional(),
    search: text(1, 120).optional().meta({ description: 'Part of the name, whatever its case.' }),
    without_class: queryFlag.optional().meta({ description: 'Only those who neither learn nor teach in any class.' }),
    role: PersonRole.optional(),
    ...paging(20),
  }),
  response: { status: 200, schema: listAnswer('data', PresentedPerson) },
  errors: [],
}).handledBy(async ({ query, caller, context }) => {
  const { class_id: classId, search, without_class: withoutClass, role, page, limit } = query;
  const classIds = await listableClasses(context.classes, caller, classId);
  const found = await context.people.list({ classIds, search, withoutClass, role }, { page, limit });
  const ids = found.rows.map(({ id }) => id);
  // Whoever asks for the people of one class sees, too, in which other classes of theirs they are.
  const named = classId === undefined ? classIds : await listableClasses(context.classes, caller, undefined);
  const standings = await new PeopleOverview(context.db).of(ids, named);
  const withEmail = seesEverything(caller);
  return {
    body: presentPage('data', found, { page, limit }, (one) => presentPerson(one, standings.get(one.id), withEmail)),
  };
});
