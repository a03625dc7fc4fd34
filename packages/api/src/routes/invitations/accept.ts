import { NotFoundError } from '@tulkka/shared/errors';
import { InvitationRepository, PersonRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { SignedIn } from '../../place-accounts.ts';
import { ensurePerson } from '../people/ensure-person.ts';
import { Code } from './fields.ts';

const common = {
  method: 'post',
  tag: 'invitations',
  limit: 'processing',
  body: z.strictObject({ code: Code }),
} as const;
const example = { body: { code: '7KQM-2RTA-9XHC' } };

const Invited = z
  .strictObject({
    success: z.literal(true),
    class: z.strictObject({ id: z.string(), name: z.string(), teacher_name: z.string().nullable() }),
    seen_by_teacher: z
      .array(z.string())
      .meta({ description: 'What the class’s teacher sees of who joins, in sentences.' }),
  })
  .meta({ id: 'Invited' });

/** What whoever joins should know before they do. */
const seenByTeacher = [
  'Your name, and when you were last here.',
  'What you practise in all your lists and games, your results and your mistakes.',
];

/** What a code leads to, before it is used. */
export const lookAtInvitation = defineRoute({
  ...common,
  path: '/api/v1/invitations/look',
  operationId: 'lookAtInvitation',
  summary: 'What an invitation leads to',
  access: 'known',
  response: { status: 200, schema: Invited },
  errors: ['not_found'],
  example,
}).handledBy(async ({ body, context }) => {
  const { class_id: classId } = await new InvitationRepository(context.db).findByCode(body.code);
  const { id, name, teacher_id: teacherId } = await context.classes.get(classId);
  const names = await context.people.namesOf(teacherId === null ? [] : [teacherId]);
  const invitedTo = { id, name, teacher_name: names.get(teacherId ?? '') ?? null };
  return { body: { success: true, class: invitedTo, seen_by_teacher: seenByTeacher } };
});

/** Joins the class of a code. */
export const acceptInvitation = defineRoute({
  ...common,
  path: '/api/v1/invitations/accept',
  operationId: 'acceptInvitation',
  summary: 'Join the class of an invitation',
  description: 'Used up, ended, expired and unknown codes are 404 alike. The code of a place ties the account to it.',
  access: 'known',
  response: {
    status: 200,
    schema: z
      .strictObject({ success: z.literal(true), class: z.strictObject({ id: z.string(), name: z.string() }) })
      .meta({ id: 'JoinedClass' }),
  },
  errors: ['not_found', 'conflict'],
  example,
}).handledBy(async ({ body, caller, userId, context }) => {
  if (caller.userId !== userId) throw new NotFoundError('An invitation for somebody else');
  await ensurePerson(context.people, caller, userId);
  const { id, name } = await context.classJoining.accept(caller, userId, body.code);
  if (caller.account) context.callers.forget(caller.account.id);
  return { body: { success: true, class: { id, name } } };
});

/** Signs a child in with the code of their place; the device then keeps itself signed in. */
export const openPlace = defineRoute({
  ...common,
  path: '/api/v1/invitations/open',
  operationId: 'openPlace',
  // A whole class signs in behind one address.
  limit: 'default',
  summary: 'Sign in with the code of a place',
  description: 'For learners without an e-mail. The code opens once; the tokens are for `supabase.auth.setSession`.',
  access: 'public',
  response: {
    status: 200,
    schema: z
      .strictObject({
        success: z.literal(true),
        access_token: z.string(),
        refresh_token: z.string(),
        expires_in: z.number(),
      })
      .meta({ id: 'OpenedPlace' }),
  },
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ body, context }) => {
  const invitations = new InvitationRepository(context.db);
  const { id, place_user_id: place } = await invitations.findByCode(body.code);
  const person = place === null ? undefined : await new PersonRepository(context.db).find(place);
  // A place that an account took over is that account's alone.
  if (place === null || person === undefined || person.email !== null)
    throw new NotFoundError('A place with this code');
  const session = SignedIn.parse(await context.placeAccounts.open(place));
  // Used up last: whoever is cut off before this can try again.
  await invitations.use(id);
  if (person.auth_id !== session.user.id) await context.people.change(place, { auth_id: session.user.id });
  context.callers.forget(session.user.id);
  const { access_token, refresh_token, expires_in } = session;
  return { headers: { 'Cache-Control': 'no-store' }, body: { success: true, access_token, refresh_token, expires_in } };
});
