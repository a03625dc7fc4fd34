import { ConflictError, ForbiddenError } from '@tulkka/shared/errors';
import type { ClassRepository, LessonClass } from '@tulkka/shared/repositories';
import { type Caller, seesEverything } from './caller.ts';

/** By what a recording finds its class. */
export type RecordingClaims = Partial<Pick<LessonClass, 'zoom_meeting_id' | 'teacher_email'>>;

/**
 * Refuses a teacher what a class of somebody else's claims: its recordings would come to them. To take it over is for an
 * admin to say.
 * @throws ForbiddenError
 */
export async function requireFreeClaims(
  classes: Pick<ClassRepository, 'isClaimedByOthers'>,
  caller: Caller,
  claims: RecordingClaims,
): Promise<void> {
  if (seesEverything(caller)) return;
  for (const field of ['zoom_meeting_id', 'teacher_email'] as const) {
    const value = claims[field] ?? null;
    if (value === null || !(await classes.isClaimedByOthers(field, value, caller.userId))) continue;
    throw new ForbiddenError(
      `The ${field} ${value} belongs to a class of somebody else's; an admin can give it to yours.`,
    );
  }
}

/**
 * Refuses a teacher learners who are not in the class: whoever teaches a learner reads that learner's results, so
 * learners come by their own will or by an admin's.
 * @throws ForbiddenError
 */
export function requireNoNewLearners(
  caller: Caller,
  classId: string,
  before: readonly string[],
  students: readonly string[],
): void {
  if (seesEverything(caller) || students.every((student) => before.includes(student))) return;
  throw new ForbiddenError(
    `A teacher may keep, remove and re-order the learners of a class. New ones come by invitation (POST /api/v1/classes/${classId}/invitations), or an admin or a service adds them.`,
  );
}

/** @throws ConflictError when a teacher would make a class of an id under which lessons of others are kept. */
export async function requireUnusedId(
  caller: Caller,
  classId: string,
  isUsed: (classId: string) => Promise<boolean>,
): Promise<void> {
  if (seesEverything(caller) || !(await isUsed(classId))) return;
  throw new ConflictError(`There are lessons of a class “${classId}” already: choose another id, or ask an admin.`);
}
