import type { Route } from '../../http/route.ts';
import { acceptInvitation, lookAtInvitation, openPlace } from './accept.ts';
import { createInvitation, endInvitation, listInvitations, renewInvitation } from './class-invitations.ts';
import { removeMember } from './members.ts';

/** Into classes by invitation, and out of them. */
export const invitationRoutes: readonly Route[] = [
  createInvitation,
  listInvitations,
  renewInvitation,
  endInvitation,
  lookAtInvitation,
  acceptInvitation,
  openPlace,
  removeMember,
];
