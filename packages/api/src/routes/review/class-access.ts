import { ForbiddenError, NotFoundError } from '@tulkka/shared/errors';
import type { ApiContext } from '../../context.ts';
import type { Caller } from '../../http/caller.ts';

/**
 * Lets admins and services pass, and teachers to their own classes; to anybody else the thing is not there.
 * @param what the thing, for the error's sentence
 */
export async function requireClass(
  context: ApiContext,
  caller: Caller,
  classId: string | null,
  what: string,
): Promise<void> {
  if (caller.role === 'admin' || caller.role === 'service') return;
  const lessonClass = classId === null ? undefined : await context.classes.find(classId);
  if (caller.role !== 'teacher' || lessonClass === undefined || lessonClass.teacher_id !== caller.userId) {
    throw new NotFoundError(what);
  }
}

/** The same where the caller names the class: then it is no secret that it exists, and the answer is 403. */
export async function requireNamedClass(context: ApiContext, caller: Caller, classId: string): Promise<void> {
  await requireClass(context, caller, classId, 'The class').catch((error: unknown) => {
    if (error instanceof NotFoundError) throw new ForbiddenError('This class is not yours.');
    throw error;
  });
}
