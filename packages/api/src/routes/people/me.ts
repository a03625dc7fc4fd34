import { inTransaction } from '@tulkka/shared/database';
import { PersonSettings } from '@tulkka/shared/people';
import { PersonRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import type { ApiContext } from '../../context.ts';
import { label } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedSelf, presentSelf } from '../../presenters/person.ts';
import { ensurePerson } from './ensure-person.ts';

/** A language by its tag. */
const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { error: 'must be a language tag such as "es" or "pt-BR"' });

const common = {
  tag: 'people',
  access: 'known',
  limit: 'default',
  response: { status: 200, schema: PresentedSelf },
} as const;

export const getMe = defineRoute({
  ...common,
  method: 'get',
  path: '/api/v1/me',
  operationId: 'getMe',
  summary: 'Who is calling, with their settings and classes',
  description: 'A profile is made on the first call.',
  errors: [],
}).handledBy(async ({ caller, userId, context }) => ({ body: await self(context, caller, userId) }));

export const updateMe = defineRoute({
  ...common,
  method: 'patch',
  path: '/api/v1/me',
  operationId: 'updateMe',
  summary: 'Change one’s own name and settings',
  description: 'What is left out stays as it is. Role and e-mail come from the sign-in.',
  body: z
    .strictObject({
      name: label(120),
      ...PersonSettings.required().shape,
      locale: LanguageTag,
      native_language: LanguageTag.nullable(),
    })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, { error: 'needs at least one field to change' }),
  errors: [],
  example: { body: { locale: 'he', time_zone: 'Asia/Jerusalem', daily_goal_minutes: 10 } },
}).handledBy(async ({ body, caller, userId, context }) => {
  const { name, ...settings } = body;
  await ensurePerson(context.people, caller, userId);
  await inTransaction(context.db, (transaction) =>
    new PersonRepository(transaction).change(userId, { ...(name !== undefined && { name }), settings }),
  );
  return { body: await self(context, caller, userId) };
});

/** The profile of `userId`, who is the caller or somebody the caller acts for. */
async function self(context: ApiContext, caller: Caller, userId: string): Promise<z.input<typeof PresentedSelf>> {
  const person = await ensurePerson(context.people, caller, userId);
  const classes = await context.classes.listOfPerson(userId);
  return presentSelf(person, userId === caller.userId ? caller.role : person.role, classes);
}
