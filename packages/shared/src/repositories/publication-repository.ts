import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type Db, fromJson, isDuplicateKey } from '../database/index.ts';
import { lessonsGroup } from '../games/index.ts';
import type { GameContent, PublishedWord } from '../publishing/game-content.ts';
import { cutName } from '../recordings/cut-name.ts';
import { fold, searchColumns } from './fold.ts';

/** What the publications table keeps of a published set, to give it to learners who join the class later. */
const PublishedLists = z.object({
  title: z.string(),
  words: z.array(
    z.object({
      word: z.string(),
      translation: z.string().nullable(),
      notes: z.string().nullable(),
      example_sentence: z.string().nullable(),
      difficulty: z.string(),
      // Sets that were published before have none.
      source_quote: z.string().nullable().default(null),
      source_ms: z.number().nullable().default(null),
      source_by: z.enum(['teacher', 'student']).nullable().default(null),
    }),
  ),
});

/** Rows of one insert statement: far below SQLite's limit of bound values. */
const rowsPerInsert = 50;

const catalogues = {
  cloze: {
    groups: 'cloze_topics',
    groupKey: 'topic_id',
    lessons: 'cloze_lessons',
    items: 'cloze_items',
    count: 'item_count',
  },
  grammar: {
    groups: 'grammar_categories',
    groupKey: 'category_id',
    lessons: 'grammar_lessons',
    items: 'grammar_questions',
    count: 'question_count',
  },
  sentence: {
    groups: 'sentence_topics',
    groupKey: 'topic_id',
    lessons: 'sentence_lessons',
    items: 'sentence_items',
    count: 'item_count',
  },
} as const;
type Catalogue = keyof typeof catalogues;

/** Puts a set into the game tables. To be used inside one transaction: all of it is there, or nothing. */
export class PublicationRepository {
  constructor(private readonly db: Db) {}

  /** Publishes a set unless its recording was published before; says which it was. */
  async publish(content: GameContent): Promise<'published' | 'already published'> {
    const at = new Date();
    const { recordingId, classId, title, words } = content;
    try {
      // First of all the row whose key makes the rest happen once.
      await this.db('publications').insert({
        recording_id: recordingId,
        exercise_set_id: content.exerciseSetId,
        class_id: classId,
        published: JSON.stringify({ title, words }),
        learner_id: content.isOneToOne ? this.onlyLearnerOf(classId) : null,
        created_at: at,
      });
    } catch (error) {
      if (isDuplicateKey(error)) return 'already published';
      throw error;
    }
    const students = await this.db('class_students').where({ class_id: classId }).pluck('user_id');
    for (const userId of students) await this.addWordList(String(userId), content, at);
    for (const catalogue of ['cloze', 'grammar', 'sentence'] as const) await this.addLesson(catalogue, content, at);
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
      const { title, words } = fromJson(PublishedLists, row.published);
      await this.addWordList(userId, { recordingId: row.recording_id, classId, title, words }, new Date());
    }
  }

  /** Whoever is the one learner of a class, as part of the statement that it stands in. */
  private onlyLearnerOf(classId: string): Knex.Raw {
    return this.db.raw('(select case when count(*) = 1 then min(user_id) end from class_students where class_id = ?)', [
      classId,
    ]);
  }

  private async addWordList(
    userId: string,
    content: { recordingId: string; classId: string; title: string; words: PublishedWord[] },
    at: Date,
  ): Promise<void> {
    const { recordingId, classId, title, words } = content;
    if (words.length === 0) return;
    const listId = uuidv7();
    const name = cutName(title, 120);
    await this.db('word_lists').insert({
      id: listId,
      user_id: userId,
      class_id: classId,
      name,
      name_key: fold(name),
      description: 'Words from your lesson.',
      word_count: words.length,
      is_favorite: false,
      recording_id: recordingId,
      created_at: at,
      updated_at: at,
    });
    const rows = words.map((word) => ({
      id: uuidv7(),
      word_list_id: listId,
      ...word,
      word_key: fold(word.word),
      ...searchColumns(word),
      practice_count: 0,
      correct_count: 0,
      is_favorite: false,
      created_at: at,
      updated_at: at,
    }));
    await this.insertAll('words', rows);
  }

  private async addLesson(catalogue: Catalogue, content: GameContent, at: Date): Promise<void> {
    const { groups, groupKey, lessons, items, count } = catalogues[catalogue];
    const contents = content[catalogue];
    if (contents.length === 0) return;
    const groupIds = new Set([
      lessonsGroup.id,
      ...contents.map((item) => ('category_id' in item ? item.category_id : item.topic_id)),
    ]);
    for (const id of groupIds) await this.ensureGroup(groups, id, at);
    const lessonId = uuidv7();
    const owner = { class_id: content.classId, recording_id: content.recordingId, created_at: at, updated_at: at };
    await this.db(lessons).insert({
      id: lessonId,
      [groupKey]: lessonsGroup.id,
      title: cutName(content.title, 200),
      description: 'Made of your own lesson.',
      difficulty: middleOf(contents.map((item) => item.difficulty)),
      [count]: contents.length,
      ...owner,
    });
    const rows = contents.map((item, position) => ({
      id: uuidv7(),
      lesson_id: lessonId,
      ...listsAsJson(item),
      position,
      ...owner,
    }));
    await this.insertAll(items, rows);
  }

  /** The starter content brings the groups; a database that was never seeded gets those it needs here. */
  private async ensureGroup(table: string, id: string, at: Date): Promise<void> {
    if (await this.db(table).where({ id }).first('id')) return;
    const group =
      id === lessonsGroup.id ? lessonsGroup : { id, name: id, icon: '📘', description: 'Practice by topic.' };
    await this.db(table)
      .insert({ ...group, position: id === lessonsGroup.id ? 1000 : 500, created_at: at, updated_at: at })
      .onConflict('id')
      .ignore();
  }

  private async insertAll(table: string, rows: object[]): Promise<void> {
    for (let i = 0; i < rows.length; i += rowsPerInsert) await this.db(table).insert(rows.slice(i, i + rowsPerInsert));
  }
}

/** Lists are stored as JSON. */
function listsAsJson(item: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
  );
}

/** The difficulty in the middle of a lesson's items. */
function middleOf(difficulties: string[]): string {
  const order = ['easy', 'medium', 'hard'];
  const sorted = [...difficulties].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return sorted[Math.floor(sorted.length / 2)] ?? 'medium';
}
