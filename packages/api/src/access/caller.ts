/** What a caller may be. A token that names none of these is a student's. */
export const roles = ['student', 'teacher', 'admin', 'service'] as const;

export type Role = (typeof roles)[number];

/** Who is calling. `userId` is null when nobody is known. */
export interface Caller {
  userId: string | null;
  role: Role;
  /** The account that signed in, where a token says so. */
  account?: { id: string; email: string | null };
}

export const nobody: Caller = Object.freeze({ userId: null, role: 'student' });

/** Whether a caller works with learners: teachers, admins and services. */
export const isStaff = (caller: Caller): boolean => caller.role !== 'student';

/** Whether a caller's role alone opens every door: admins and services. */
export const seesEverything = (caller: Caller): boolean => caller.role === 'admin' || caller.role === 'service';
