import { InvitationRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { baseUrlOf } from '../../http/base-url.ts';
import { defineRoute } from '../../http/route.ts';
import { ClassParams } from '../classes/fields.ts';
import {
  Days,
  defaultDays,
  exampleInvitation,
  InvitationParams,
  inDays,
  Places,
  PresentedInvitation,
  presentInvitation,
} from './fields.ts';

const common = { tag: 'invitations', access: 'staff', limit: 'default', errors: ['not_found'] } as const;
const path = '/api/v1/classes/{class_id}/invitations';
const onePath = `${path}/{invitation_id}` as const;

const Invitations = z
  .strictObject({ success: z.literal(true), count: z.int().min(0), data: z.array(PresentedInvitation) })
  .meta({ id: 'Invitations' });

/** One code for a whole class, or one for each child who has no account. */
export const createInvitation = defineRoute({
  ...common,
  method: 'post',
  path,
  operationId: 'createInvitation',
  summary: 'Invite learners into a class',
  description:
    'One code for as many as `max_uses`; or with `places` a place for each name, with a code that opens it once, for learners without an e-mail: then the answer lists them under `data`.',
  params: ClassParams,
  body: z
    .strictObject({
      expires_in_days: Days.default(defaultDays),
      max_uses: z.int().min(1).max(500).optional(),
      places: Places.optional(),
    })
    .refine(({ places, max_uses }) => places === undefined || max_uses === undefined, {
      error: 'goes without places: the code of a place opens once',
      path: ['max_uses'],
    }),
  response: {
    status: 201,
    schema: z.union([
      PresentedInvitation.extend({ success: z.literal(true) }).meta({ id: 'NewInvitation' }),
      Invitations,
    ]),
  },
  example: { body: { expires_in_days: 14, max_uses: 30 }, response: { success: true, ...exampleInvitation } },
}).handledBy(async ({ params, body, caller, userId, context, request }) => {
  const classId = params.class_id;
  await context.classKeeping.get(caller, classId);
  const made = { created_by: userId, expires_at: inDays(body.expires_in_days) };
  const base = baseUrlOf(request);
  if (body.places !== undefined) {
    const names = body.places.map(({ name }) => name);
    const places = await context.classJoining.addPlaces(classId, names, made);
    const byId = new Map(places.map(({ name, invitation }) => [invitation.place_user_id ?? '', name]));
    const data = places.map(({ invitation }) => presentInvitation(invitation, base, byId));
    return { body: { success: true, count: data.length, data } };
  }
  const invitation = { ...made, class_id: classId, place_user_id: null, max_uses: body.max_uses ?? 100 };
  const added = await new InvitationRepository(context.db).add(invitation);
  return { body: { success: true, ...presentInvitation(added, base, new Map()) } };
});

export const listInvitations = defineRoute({
  ...common,
  method: 'get',
  path,
  operationId: 'listInvitations',
  summary: 'The invitations of a class that still stand',
  description: 'Newest first, codes included: for printing.',
  params: ClassParams,
  response: { status: 200, schema: Invitations },
}).handledBy(async ({ params, caller, context, request }) => {
  await context.classKeeping.get(caller, params.class_id);
  const found = await new InvitationRepository(context.db).list(params.class_id);
  const names = await context.people.namesOf(found.flatMap((one) => one.place_user_id ?? []));
  const data = found.map((one) => presentInvitation(one, baseUrlOf(request), names));
  return { body: { success: true, count: data.length, data } };
});

export const renewInvitation = defineRoute({
  ...common,
  method: 'post',
  path: `${onePath}/renew`,
  operationId: 'renewInvitation',
  summary: 'Give an invitation a new code',
  description:
    'The code before opens nothing any more. A place keeps its learner: so a child signs in on another device.',
  params: InvitationParams,
  body: z.strictObject({ expires_in_days: Days.default(defaultDays) }),
  response: {
    status: 200,
    schema: PresentedInvitation.extend({ success: z.literal(true) }).meta({ id: 'RenewedInvitation' }),
  },
}).handledBy(async ({ params, body, caller, context, request }) => {
  await context.classKeeping.get(caller, params.class_id);
  const invitations = new InvitationRepository(context.db);
  const renewed = await invitations.renew(params.class_id, params.invitation_id, inDays(body.expires_in_days));
  const names = await context.people.namesOf(renewed.place_user_id === null ? [] : [renewed.place_user_id]);
  return { body: { success: true, ...presentInvitation(renewed, baseUrlOf(request), names) } };
});

export const endInvitation = defineRoute({
  ...common,
  method: 'delete',
  path: onePath,
  operationId: 'endInvitation',
  summary: 'End an invitation',
  description: 'Who came by it stays in the class.',
  params: InvitationParams,
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), id: z.string() }) },
}).handledBy(async ({ params, caller, context }) => {
  await context.classKeeping.get(caller, params.class_id);
  await new InvitationRepository(context.db).end(params.class_id, params.invitation_id);
  return { body: { success: true, id: params.invitation_id } };
});
