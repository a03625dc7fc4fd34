import { type Db, isDuplicateKey, toIso } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';

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
  students: string[];
  created_at: string;
  updated_at: string;
}

/** What a class is made of; what is left out takes its default. */
export type NewClass = Pick<LessonClass, 'id' | 'name'> & Partial<Omit<LessonClass, 'created_at' | 'updated_at'>>;

interface ClassRow {
  id: string;
  name: string;
  teacher_id: string | null;
  teacher_email: string | null;
  zoom_meeting_id: string | null;
  topic_pattern: string | null;
  native_language: string | null;
  auto_approve: number | boolean;
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
  'created_at',
  'updated_at',
];

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
      await this.db('classes').insert({ auto_approve: false, ...fields, created_at: at, updated_at: at });
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

  private async withStudents(row: ClassRow): Promise<LessonClass> {
    const students = await this.db('class_students').where({ class_id: row.id }).orderBy('user_id').pluck('user_id');
    return toClass(row, students.map(String));
  }
}

function toClass(row: ClassRow, students: string[]): LessonClass {
  return {
    ...row,
    auto_approve: Boolean(row.auto_approve),
    students,
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}
