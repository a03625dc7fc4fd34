import { inTransaction } from '@tulkka/shared/database';
import { ConflictError, NotFoundError } from '@tulkka/shared/errors';
import {
  type ClassChanges,
  ClassRepository,
  type LessonClass,
  type NewClass,
  PublicationRepository,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import type { Caller } from './access/caller.ts';
import { keepsClass, requireOwnTeacher } from './access/class-access.ts';
import { requireFreeClaims, requireNoNewLearners, requireUnusedId } from './access/class-claims.ts';

/** Makes and changes classes for a caller who may: the teacher of a class, an admin, a service. */
export class ClassKeeping {
  /** @param hasLessons whether the lessons database, where there is one, keeps lessons of a class of this id */
  constructor(
    private readonly db: Knex,
    private readonly hasLessons: (classId: string) => Promise<boolean>,
  ) {}

  /**
   * @throws ForbiddenError for a class of another teacher's, for learners or claims that are not the caller's to give;
   * ConflictError when the id is taken.
   */
  async create(caller: Caller, { teacher_id, ...fields }: NewClass): Promise<LessonClass> {
    const teacher = teacher_id ?? (caller.role === 'teacher' ? caller.userId : null);
    requireOwnTeacher(caller, teacher);
    requireNoNewLearners(caller, fields.id, [], fields.students ?? []);
    const all = new ClassRepository(this.db);
    await requireFreeClaims(all, caller, fields);
    await requireUnusedId(
      caller,
      fields.id,
      async (id) => (await all.hasPublications(id)) || (await this.hasLessons(id)),
    );
    return inTransaction(this.db, async (transaction) => {
      const classes = new ClassRepository(transaction);
      if (!(await classes.add({ ...fields, teacher_id: teacher }))) {
        throw new ConflictError(`There is a class “${fields.id}” already.`);
      }
      return classes.get(fields.id);
    });
  }

  /** @throws NotFoundError for a class that is not there or not the caller's. */
  async get(caller: Caller, id: string): Promise<LessonClass> {
    return this.own(new ClassRepository(this.db), caller, id);
  }

  /** Changes a class; learners who join it get the word lists of the lessons before them. */
  async update(caller: Caller, id: string, changes: ClassChanges & { students?: string[] }): Promise<LessonClass> {
    const { students, ...fields } = changes;
    return inTransaction(this.db, async (transaction) => {
      const classes = new ClassRepository(transaction);
      const before = await this.own(classes, caller, id);
      if (fields.teacher_id !== undefined) requireOwnTeacher(caller, fields.teacher_id);
      await requireFreeClaims(classes, caller, fields);
      if (students) requireNoNewLearners(caller, id, before.students, students);
      await classes.update(id, fields);
      const publications = new PublicationRepository(transaction);
      const joined = students ? await classes.replaceStudents(id, students) : [];
      for (const student of joined) await publications.addPastLists(id, student);
      return classes.get(id);
    });
  }

  /** @throws NotFoundError */
  async delete(caller: Caller, id: string): Promise<void> {
    await inTransaction(this.db, async (transaction) => {
      const classes = new ClassRepository(transaction);
      await this.own(classes, caller, id);
      await classes.delete(id);
    });
  }

  private async own(classes: ClassRepository, caller: Caller, id: string): Promise<LessonClass> {
    const found = await classes.get(id);
    if (keepsClass(caller, found)) return found;
    throw new NotFoundError('The class');
  }
}
