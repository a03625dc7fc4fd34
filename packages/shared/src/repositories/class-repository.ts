import { z } from 'zod';
import { type Db, isDuplicateKey, toIso } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';

/** What is kept of the sound of a class's lessons. */
export const KeepAudio = z.enum(['none', 'clips', 'all']);
export type KeepAudio = z.infer<typeof KeepAudio>;

/** A class: who teaches it, who learns in it, and how a recording finds it. */
export interface LessonClass {
  id: string;
  name: string;
  teacher_id: string | null;
  teacher_email: string | null;
  zoom_meeting_id: string | null;
  topic_pattern: string | null;
  native_language: string | null;
  auto_approve: boolean;
  /** Whose voices are kept of its lessons: nobody's, what the exercises quote, or the whole recordings. */
  keep_audio: KeepAudio;
  students: string[];
  created_at: string;
  updated_at: string;
}

/** A class as one of its people sees it. */
export type ClassOfPerson = Pick<LessonClass, 'id' | 'name' | 'keep_audio'> & { role: 'student' | 'teacher' };

/** What a class is made of; what is left out takes its default. */
export type NewClass = Pick<LessonClass, 'id' | 'name'> & Partial<Omit<LessonClass, 'created_at' | 'updated_at'>>;

/** What may be changed of a class besides its students. */
export type ClassChanges = Partial<Omit<LessonClass, 'id' | 'students' | 'created_at' | 'updated_at'>>;

interface ClassRow {
  id: string;
  name: string;
  teacher_id: string | null;
  teacher_email: string | null;
  zoom_meeting_id: string | null;
  topic_pattern: string | null;
  native_language: string | null;
  auto_approve: number | boolean;
  keep_audio: string;
  created_at: unknown;
  updated_at: unknown;
}

const columns: (keyof ClassRow)[] = [
  'id',
  'name',
  'teacher_id',
  'teacher_email',
  'zoom_meeting_id',
  'topic_pattern',
  'native_language',
  'auto_approve',
  'keep_audio',
  'created_at',
  'updated_at',
];

/** More classes than any teacher has; also what one filter of the lessons database can name. */
const mostClasses = 200;

/** The learner whom a class made from an inbox folder begins with; what is theirs is everybody's who joins later. */
export const placeholderStudentOf = (classId: string): string => `${classId}-student`;

/** Classes and their students. */
export class ClassRepository {
  constructor(private readonly db: Db) {}

  async find(id: string): Promise<LessonClass | undefined> {
    const row = await this.db<ClassRow>('classes').where({ id }).first(columns);
    return row && this.withStudents(row);
  }

  /** @throws NotFoundError for an id that no class has. */
  async get(id: string): Promise<LessonClass> {
    const found = await this.find(id);
    if (!found) throw new NotFoundError('The class');
    return found;
  }

  /** Adds a class with its students; false when the id is taken. To be used inside a transaction. */
  async add(lessonClass: NewClass): Promise<boolean> {
    const at = new Date();
    const { students = [], ...fields } = lessonClass;
    try {
      await this.db('classes').insert({
        auto_approve: false,
        keep_audio: 'none',
        ...fields,
        created_at: at,
        updated_at: at,
      });
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
    const rows = [...new Set(students)].map((user_id) => ({ class_id: lessonClass.id, user_id, created_at: at }));
    if (rows.length > 0) await this.db('class_students').insert(rows);
    return true;
  }

  /** Classes that a recording of this Zoom meeting or of this host may belong to, oldest first. */
  async listCandidates(recording: { meetingId: string | null; hostEmail: string | null }): Promise<LessonClass[]> {
    const { meetingId, hostEmail } = recording;
    if (meetingId === null && hostEmail === null) return [];
    const rows = await this.db<ClassRow>('classes')
      .where((where) => {
        if (meetingId !== null) where.orWhere({ zoom_meeting_id: meetingId });
        if (hostEmail !== null) where.orWhere({ teacher_email: hostEmail.toLowerCase() });
      })
      .orderBy(['created_at', 'id'])
      .select(columns);
    return rows.map((row) => toClass(row, []));
  }

  /** Classes by id; one teacher's, or all of them when `teacherId` is null. */
  async list(teacherId: string | null, page: PageRequest): Promise<Page<LessonClass>> {
    const scope = () => this.db<ClassRow>('classes').where(teacherId === null ? {} : { teacher_id: teacherId });
    const found = await scope().orderBy('id').limit(rowsToRead(page)).offset(offsetOf(page)).select(columns);
    const { rows, total } = await pageOf(found, page, scope);
    const students = await this.studentsOf(rows.map((row) => row.id));
    return { rows: rows.map((row) => toClass(row, students.get(row.id) ?? [])), total };
  }

  async update(id: string, changes: ClassChanges): Promise<void> {
    await this.db('classes')
      .where({ id })
      .update({ ...changes, updated_at: new Date() });
  }

  /** Makes these the students of a class, and hands back who is new. To be used inside a transaction. */
  async replaceStudents(id: string, students: readonly string[]): Promise<string[]> {
    const before = (await this.studentsOf([id])).get(id) ?? [];
    const added = [...new Set(students)].filter((student) => !before.includes(student));
    const gone = before.filter((student) => !students.includes(student));
    if (gone.length > 0) await this.db('class_students').where({ class_id: id }).whereIn('user_id', gone).delete();
    const rows = added.map((user_id) => ({ class_id: id, user_id, created_at: new Date() }));
    if (rows.length > 0) await this.db('class_students').insert(rows);
    return added;
  }

  /** Makes somebody a student of a class; false when they are one already. */
  async addStudent(id: string, userId: string): Promise<boolean> {
    try {
      await this.db('class_students').insert({ class_id: id, user_id: userId, created_at: new Date() });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Takes somebody out of a class; false when they are no student of it. */
  async removeStudent(id: string, userId: string): Promise<boolean> {
    return (await this.db('class_students').where({ class_id: id, user_id: userId }).delete()) > 0;
  }

  /** Removes a class and its memberships; what its students have stays theirs. False when there is none. */
  async delete(id: string): Promise<boolean> {
    return (await this.db('classes').where({ id }).delete()) > 0;
  }

  /** Whether a class that somebody else teaches has this meeting or this host; a class without a teacher is others'. */
  async isClaimedByOthers(
    field: 'zoom_meeting_id' | 'teacher_email',
    value: string,
    teacherId: string | null,
  ): Promise<boolean> {
    const row = await this.db('classes')
      .where({ [field]: value })
      .where((where) => where.whereNull('teacher_id').orWhereNot('teacher_id', teacherId ?? ''))
      .first('id');
    return row !== undefined;
  }

  /** Whether something was published for a class of this id, also one that is gone. */
  async hasPublications(id: string): Promise<boolean> {
    return (await this.db('publications').where({ class_id: id }).first('recording_id')) !== undefined;
  }

  /** Whether this teacher teaches a class that this student is in. */
  async teaches(teacherId: string, studentId: string): Promise<boolean> {
    const row = await this.db('class_students')
      .join('classes', 'classes.id', 'class_students.class_id')
      .where({ 'class_students.user_id': studentId, 'classes.teacher_id': teacherId })
      .first('classes.id');
    return row !== undefined;
  }

  private async studentsOf(classIds: readonly string[]): Promise<Map<string, string[]>> {
    const byClass = new Map<string, string[]>();
    if (classIds.length === 0) return byClass;
    const rows: { class_id: string; user_id: string }[] = await this.db('class_students')
      .whereIn('class_id', classIds)
      .orderBy(['class_id', 'user_id'])
      .select('class_id', 'user_id');
    for (const { class_id, user_id } of rows) {
      const students = byClass.get(class_id);
      if (students) students.push(user_id);
      else byClass.set(class_id, [user_id]);
    }
    return byClass;
  }

  /** The classes that a person learns or teaches in, by id. */
  async listOfPerson(userId: string): Promise<ClassOfPerson[]> {
    const found: { id: string; name: string; teacher_id: string | null; keep_audio: string }[] = await this.db(
      'classes',
    )
      .where({ teacher_id: userId })
      .orWhereIn('id', this.db('class_students').where({ user_id: userId }).select('class_id'))
      .orderBy('id')
      .limit(mostClasses)
      .select('id', 'name', 'teacher_id', 'keep_audio');
    return found.map(({ id, name, teacher_id, keep_audio }) => ({
      id,
      name,
      role: teacher_id === userId ? 'teacher' : 'student',
      keep_audio: KeepAudio.catch('none').parse(keep_audio),
    }));
  }

  /** The ids of the classes that a teacher teaches. */
  async listIdsOfTeacher(teacherId: string): Promise<string[]> {
    const ids = await this.db('classes').where({ teacher_id: teacherId }).orderBy('id').limit(mostClasses).pluck('id');
    return ids.map(String);
  }

  /** The names of some classes, by id. */
  async listNames(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db('classes').whereIn('id', ids).select('id', 'name');
    return new Map(rows.map(({ id, name }) => [String(id), String(name)]));
  }

  private async withStudents(row: ClassRow): Promise<LessonClass> {
    const students = await this.db('class_students').where({ class_id: row.id }).orderBy('user_id').pluck('user_id');
    return toClass(row, students.map(String));
  }
}

function toClass(row: ClassRow, students: string[]): LessonClass {
  return {
    ...row,
    auto_approve: Boolean(row.auto_approve),
    keep_audio: KeepAudio.catch('none').parse(row.keep_audio),
    students,
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}
