import { ForbiddenError, UnauthorizedError } from '@tulkka/shared/errors';
import type { Authenticator } from '../http/authenticate.ts';
import type { Access } from '../http/route-rules.ts';
import { type Caller, isStaff } from './caller.ts';

/** Lets the caller pass the door of a route. @throws UnauthorizedError, ForbiddenError */
export function requireAccess(access: Access, mode: Authenticator['mode'], caller: Caller): void {
  if (access === 'public') return;
  if (mode === 'trusted' && (access === 'catalogue' || access === 'lessons')) return;
  if (caller.userId === null) throw new UnauthorizedError('Say who is calling: this route needs a known user.');
  const forStaff = access === 'staff' || access === 'lessons';
  if (forStaff && !isStaff(caller)) {
    throw new ForbiddenError('This route is for teachers, admins and services.');
  }
}
