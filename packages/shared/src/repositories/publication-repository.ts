import type { Knex } from 'knex';
import { type Db, isDuplicateKey, toNumber } from '../database/index.ts';
import type { GameContent } from '../publishing/game-content.ts';
import { PublishedLessons } from './published-lessons.ts';
import { PublishedWords } from './published-words.ts';

/** What publishing a set came to. */
export type Published = 'published' | 'brought up to date' | 'already published';

/** Puts sets into the game tables. To be used inside one transaction: all of it is there, or nothing. */
export class PublicationRepository {
  private readonly lessons: PublishedLessons;
  private readonly words: PublishedWords;

  constructor(private readonly db: Db) {
    this.lessons = new PublishedLessons(db);
    this.words = new PublishedWords(db);
  }

  /** Publishes a set; one that was published before and changed since is brought up to date. Says which it was. */
  async publish(content: GameContent): Promise<Published> {
    const at = new Date();
    const { recordingId, classId } = content;
    try {
      // First of all the row whose key makes the rest happen once.
      await this.db('publications').insert({
        recording_id: recordingId,
        exercise_set_id: content.exerciseSetId,
        class_id: classId,
        published: listsOf(content),
        set_revision: content.revision,
        learner_id: content.isOneToOne ? this.onlyLearnerOf(classId) : null,
        created_at: at,
      });
    } catch (error) {
      if (isDuplicateKey(error)) return this.bringUpToDate(content, at);
      throw error;
    }
    const students = await this.db('class_students').where({ class_id: classId }).pluck('user_id');
    for (const userId of students) await this.words.addList(String(userId), content, at);
    await this.lessons.add(content, at);
    return 'published';
  }

  /** Gives a learner who joins a class the word lists of its published lessons; those they have stay as they are. */
  async addPastLists(classId: string, userId: string): Promise<void> {
    const rows = await this.db('publications')
      .where({ class_id: classId })
      .select('recording_id', 'published', 'created_at');
    const has = new Set(
      await this.db('word_lists').where({ user_id: userId }).whereNotNull('recording_id').pluck('recording_id'),
    );
    for (const row of rows) {
      if (has.has(row.recording_id)) continue;
      const list = { recordingId: row.recording_id, classId, ...PublishedWords.read(row.published) };
      await this.words.addList(userId, list, new Date());
    }
  }

  /** A process that was overtaken by another one must not bring an older set back. */
  private async bringUpToDate(content: GameContent, at: Date): Promise<Published> {
    const key = { recording_id: content.recordingId };
    const row = await this.db('publications').where(key).forUpdate().first('published', 'set_revision');
    if (!row || toNumber(row.set_revision) >= content.revision) return 'already published';
    await this.words.bringUpToDate(PublishedWords.read(row.published).words, content, at);
    await this.lessons.bringUpToDate(content, at);
    await this.db('publications')
      .where(key)
      .update({ published: listsOf(content), set_revision: content.revision });
    return 'brought up to date';
  }

  /** Whoever is the one learner of a class, as part of the statement that it stands in. */
  private onlyLearnerOf(classId: string): Knex.Raw {
    return this.db.raw('(select case when count(*) = 1 then min(user_id) end from class_students where class_id = ?)', [
      classId,
    ]);
  }
}

const listsOf = ({ title, words }: GameContent): string => JSON.stringify({ title, words });
