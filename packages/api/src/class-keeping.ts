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

/** Makes and changes classes for a caller who may: the teacher of a class, an admin, a service. */
export class ClassKeeping {
  constructor(private readonly db: Knex) {}

  /** @throws ForbiddenError for a class of another teacher's; ConflictError when the id is taken. */
  async create(caller: Caller, { teacher_id, ...fields }: NewClass): Promise<LessonClass> {
    const teacher = teacher_id ?? (caller.role === 'teacher' ? caller.userId : null);
    requireOwnTeacher(caller, teacher);
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
      await this.own(classes, caller, id);
      if (fields.teacher_id !== undefined) requireOwnTeacher(caller, fields.teacher_id);
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
