import { ForbiddenError } from '@tulkka/shared/errors';
import type { ClassRepository } from '@tulkka/shared/repositories';
import type { Caller } from './caller.ts';

/** Who may act for whom. */
export class Ownership {
  constructor(private readonly classes: ClassRepository) {}

  /** Whether the caller is this user, teaches a class that this user is in, or is an admin or a service. */
  async mayActFor(caller: Caller, userId: string): Promise<boolean> {
    if (caller.userId === userId || seesEverything(caller)) return true;
    return caller.role === 'teacher' && caller.userId !== null && this.classes.teaches(caller.userId, userId);
  }

  /** @throws ForbiddenError when the caller may not act for one of these users. */
  async requireActingFor(caller: Caller, userIds: readonly string[]): Promise<void> {
    for (const userId of userIds) {
      if (await this.mayActFor(caller, userId)) continue;
      throw new ForbiddenError('You may ask for your own data, and as a teacher for that of your students.');
    }
  }
}

/** Whether a caller's role alone opens every door. */
export const seesEverything = (caller: Caller): boolean => caller.role === 'admin' || caller.role === 'service';
