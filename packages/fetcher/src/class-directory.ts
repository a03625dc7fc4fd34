import { inTransaction } from '@tulkka/shared/database';
import { ClassRepository, type LessonClass, placeholderStudentOf } from '@tulkka/shared/repositories';

/** The games database as this module needs it. */
type Games = Parameters<typeof inTransaction>[0];

/** Finds classes for recordings, and makes the class of a folder that nobody has described yet. */
export class ClassDirectory {
  constructor(private readonly games: Games) {}

  /**
   * The class with this id. An unknown one is made with defaults: a teacher and one student named after it, so that a
   * first lesson can be reviewed and played before anybody has set up anything.
   */
  async findOrCreate(id: string): Promise<LessonClass> {
    const found = await new ClassRepository(this.games).find(id);
    if (found) return found;
    await inTransaction(this.games, (transaction) =>
      new ClassRepository(transaction).add({
        id,
        name: id,
        teacher_id: `${id}-teacher`,
        students: [placeholderStudentOf(id)],
      }),
    );
    return new ClassRepository(this.games).get(id);
  }
}
