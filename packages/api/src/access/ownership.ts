import { ForbiddenError } from '@tulkka/shared/errors';
import type { ClassRepository } from '@tulkka/shared/repositories';
import { type Caller, seesEverything } from './caller.ts';

/** Whether the caller is this user, teaches a class that this user is in, or is an admin or a service. */
export async function mayActFor(
  classes: Pick<ClassRepository, 'teaches'>,
  caller: Caller,
  userId: string,
): Promise<boolean> {
  if (caller.userId === userId || seesEverything(caller)) return true;
  return caller.role === 'teacher' && caller.userId !== null && classes.teaches(caller.userId, userId);
}

/** @throws ForbiddenError when the caller may not act for one of these users. */
export async function requireActingFor(
  classes: Pick<ClassRepository, 'teaches'>,
  caller: Caller,
  userIds: readonly string[],
): Promise<void> {
  for (const userId of userIds) {
    if (await mayActFor(classes, caller, userId)) continue;
    throw new ForbiddenError('You may ask for your own data, and as a teacher for that of your students.');
  }
}
