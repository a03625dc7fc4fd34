import { UnauthorizedError } from '@tulkka/shared/errors';
import { placeholderStudentOf } from '@tulkka/shared/repositories';
import type { Request } from 'express';
import { type Caller, isStaff } from '../access/caller.ts';
import { learntClasses, listableClasses } from '../access/class-access.ts';
import type { ApiContext } from '../context.ts';
import type { Audience, Watcher } from './watches.ts';

type Parts = Pick<ApiContext, 'classes' | 'authenticator'>;

/** Whoever calls, as somebody who looks at what changes. @param practiceIn the class whose practice they look at */
export async function watcherOf(
  parts: Parts,
  request: Request,
  caller: Caller,
  practiceIn: string | null,
): Promise<Watcher> {
  const last = request.get('Last-Event-ID');
  return {
    who: `${caller.role} ${caller.userId}`,
    // An id that is none of ours tells nothing of when it was: everything is to be looked at again.
    from: last === undefined ? null : /^\d{1,15}$/.test(last) ? Number(last) : 0,
    practiceIn: isStaff(caller) ? practiceIn : null,
    sees: await audienceOf(parts, caller),
    ask: async () => {
      const now = await parts.authenticator.identify(request).catch((error: unknown) => {
        if (error instanceof UnauthorizedError) return null;
        throw error;
      });
      const isSame = now !== null && now.userId === caller.userId && now.role === caller.role;
      return isSame ? audienceOf(parts, caller) : null;
    },
  };
}

/** Staff hear of what their classes have, learners of what is published for them. */
async function audienceOf({ classes }: Parts, caller: Caller): Promise<Audience> {
  if (isStaff(caller)) {
    const kept = await listableClasses(classes, caller, undefined);
    const own = kept && new Set(kept);
    return ({ classId }) => own === null || (classId !== null && own.has(classId));
  }
  const learnt = new Set(await learntClasses(classes, caller, undefined));
  return ({ kind, status, classId, learnerId }) =>
    kind === 'set' &&
    status === 'published' &&
    classId !== null &&
    learnt.has(classId) &&
    (learnerId === null || learnerId === caller.userId || learnerId === placeholderStudentOf(classId));
}
