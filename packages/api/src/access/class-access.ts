import { ForbiddenError, NotFoundError } from '@tulkka/shared/errors';
import type { ClassRepository, LessonClass } from '@tulkka/shared/repositories';
import { type Caller, seesEverything } from './caller.ts';

/** What the questions about classes are answered from. */
type Classes = Pick<ClassRepository, 'find'>;

/** Whether the caller keeps this class: its teacher, an admin, a service. */
export const keepsClass = (caller: Caller, lessonClass: Pick<LessonClass, 'teacher_id'>): boolean =>
  seesEverything(caller) ||
  (caller.role === 'teacher' && caller.userId !== null && lessonClass.teacher_id === caller.userId);

/** @throws ForbiddenError when the caller may not make this person the teacher of a class: that is for admins to say. */
export function requireOwnTeacher(caller: Caller, teacherId: string | null): void {
  if (seesEverything(caller) || teacherId === caller.userId) return;
  throw new ForbiddenError('A teacher may keep own classes only: leave teacher_id out, or ask an admin.');
}

/** @throws ForbiddenError when a teacher names somebody else than the class's teacher as that of a lesson. */
export function requireTeacherOf(
  caller: Caller,
  lessonClass: Pick<LessonClass, 'teacher_id'> | undefined,
  teacherId: string | undefined,
): void {
  if (seesEverything(caller) || teacherId === undefined || teacherId === lessonClass?.teacher_id) return;
  throw new ForbiddenError("A lesson's teacher is the one of its class: leave teacher_id out, or ask an admin.");
}

/**
 * Lets admins and services pass, and teachers to their own classes; to anybody else the thing is not there.
 * @param what the thing, for the error's sentence
 * @throws NotFoundError
 */
export async function requireClass(
  classes: Classes,
  caller: Caller,
  classId: string | null,
  what: string,
): Promise<void> {
  if (seesEverything(caller)) return;
  const lessonClass = classId === null ? undefined : await classes.find(classId);
  if (!lessonClass || !keepsClass(caller, lessonClass)) throw new NotFoundError(what);
}

/** The same where the caller names the class: then it is no secret that it exists. @throws ForbiddenError */
export async function requireNamedClass(classes: Classes, caller: Caller, classId: string): Promise<void> {
  await requireClass(classes, caller, classId, 'The class').catch((error: unknown) => {
    if (error instanceof NotFoundError) throw new ForbiddenError('This class is not yours.');
    throw error;
  });
}

/** The same where trusted mode lets unnamed callers in, who are vouched for by the network. @throws ForbiddenError */
export async function requireLessonClass(classes: Classes, caller: Caller, classId: string): Promise<void> {
  if (caller.role === 'teacher' && caller.userId !== null) await requireNamedClass(classes, caller, classId);
}

/** The classes whose lessons a caller may list; null stands for all of them, lessons without a class included. */
export async function listableClasses(
  classes: Pick<ClassRepository, 'find' | 'listIdsOfTeacher'>,
  caller: Caller,
  asked: string | undefined,
): Promise<string[] | null> {
  if (seesEverything(caller)) return asked === undefined ? null : [asked];
  if (asked === undefined) return caller.userId === null ? [] : classes.listIdsOfTeacher(caller.userId);
  const lessonClass = await classes.find(asked);
  return lessonClass && keepsClass(caller, lessonClass) ? [asked] : [];
}

/** The classes that a caller learns in, of those asked for. */
export async function learntClasses(
  classes: Pick<ClassRepository, 'listOfPerson'>,
  caller: Caller,
  asked: string | undefined,
): Promise<string[]> {
  if (caller.userId === null) return [];
  const own = await classes.listOfPerson(caller.userId);
  return own.filter(({ id, role }) => role === 'student' && (asked === undefined || id === asked)).map(({ id }) => id);
}

/**
 * What a caller sees of a class's exercise sets: as a learner only what was published for them;
 * nobody in particular sees none, in trusted mode too.
 */
export async function visibleSets(
  classes: Classes,
  caller: Caller,
  classId: string,
): Promise<'all' | { learner: string } | 'none'> {
  if (seesEverything(caller)) return 'all';
  if (caller.userId === null) return 'none';
  const lessonClass = await classes.find(classId);
  if (!lessonClass) return 'none';
  if (keepsClass(caller, lessonClass)) return 'all';
  return lessonClass.students.includes(caller.userId) ? { learner: caller.userId } : 'none';
}
