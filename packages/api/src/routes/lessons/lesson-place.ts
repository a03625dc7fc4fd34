import { ConflictError, ValidationError } from '@tulkka/shared/errors';
import type { LessonSummary } from '@tulkka/shared/lessons';
import type { UploadedLessonFields } from '@tulkka/shared/repositories';
import type { Caller } from '../../access/caller.ts';
import { requireNamedClass, requireTeacherOf } from '../../access/class-access.ts';
import { requireActingFor } from '../../access/ownership.ts';
import type { ApiContext } from '../../context.ts';

/** Whose a lesson is, and in which class. */
export type LessonPlace = Omit<UploadedLessonFields, 'teacher_id'> & {
  teacher_id: string | null;
  teacher_email: string | null;
  native_language: string | null;
};

/**
 * The class and the teacher of a lesson that somebody brings.
 * @throws ForbiddenError where it is not theirs to say; ValidationError where there is no such class
 */
export async function requireLessonPlace(
  { classes }: Pick<ApiContext, 'classes'>,
  caller: Caller,
  fields: UploadedLessonFields,
): Promise<LessonPlace> {
  await requireNamedClass(classes, caller, fields.class_id);
  if (fields.user_id !== undefined) await requireActingFor(classes, caller, [fields.user_id]);
  const lessonClass = await classes.find(fields.class_id);
  if (!lessonClass) {
    throw new ValidationError([
      { path: 'class_id', message: 'is no class; create it first with POST /api/v1/classes' },
    ]);
  }
  requireTeacherOf(caller, lessonClass, fields.teacher_id);
  const { teacher_email, native_language } = lessonClass;
  return { ...fields, teacher_id: fields.teacher_id ?? lessonClass.teacher_id, teacher_email, native_language };
}

/** One recording makes one lesson; whose it is, is told to nobody else. */
export function requireSameClass(existing: LessonSummary | undefined, classId: string): void {
  if (existing && existing.class_id !== classId) {
    throw new ConflictError(
      'This recording is stored already, for another class. Assign that lesson, or ask an admin.',
    );
  }
}
