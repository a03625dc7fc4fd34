import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type Db, fromJson } from '../database/index.ts';
import type { GameContent, PublishedWord } from '../publishing/game-content.ts';
import { cutName } from '../recordings/cut-name.ts';
import { fold, searchColumns } from './fold.ts';
import { matchItems } from './match-items.ts';
import { WithdrawalRepository } from './withdrawal-repository.ts';

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
      picture: z.string().nullable().default(null),
      set_item_id: z.string().nullable().default(null),
      source_quote: z.string().nullable().default(null),
      source_ms: z.number().nullable().default(null),
      source_by: z.enum(['teacher', 'student']).nullable().default(null),
    }),
  ),
});

type WordList = Pick<GameContent, 'recordingId' | 'classId' | 'title' | 'words'>;

const rowsPerInsert = 50;

/** What a learner knows of a word: where one of these is mended, what they knew of it is forgotten. */
const asked = ['word', 'translation', 'notes'] as const;
const columns = [
  'word',
  'translation',
  'notes',
  'example_sentence',
  'picture',
  'difficulty',
  'source_quote',
  'source_ms',
  'source_by',
] as const;

/** The words of published sets, in the learners' own lists. To be used inside one transaction. */
export class PublishedWords {
  constructor(private readonly db: Db) {}

  /** What was published, as the publications table keeps it. */
  static read(published: unknown): { title: string; words: PublishedWord[] } {
    return fromJson(PublishedLists, published);
  }

  /** Gives a learner the words of a recording as a list of their own. */
  async addList(userId: string, { recordingId, classId, title, words }: WordList, at: Date): Promise<void> {
    if (words.length === 0) return;
    const id = uuidv7();
    const name = cutName(title, 120);
    await this.db('word_lists').insert({
      id,
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
    const rows = words.map((word) => toRow(id, word, at));
    for (let i = 0; i < rows.length; i += rowsPerInsert) {
      await this.db('words').insert(rows.slice(i, i + rowsPerInsert));
    }
  }

  /**
   * Brings the lists of a recording from what was published to what should be. What a learner changed or added in their
   * own list stays as they have it.
   */
  async bringUpToDate(before: readonly PublishedWord[], content: GameContent, at: Date): Promise<void> {
    const { recordingId, classId, words } = content;
    const { pairs, gone, added } = matchItems(before.map(known), words.map(known));
    const withdrawals = new WithdrawalRepository(this.db);
    for (const { word } of gone) {
      await withdrawals.withdrawItem({ recordingId, classId, gameType: 'flashcards', itemId: word, text: word });
    }
    for (const { old, now } of pairs) await this.mend(recordingId, old, now, at);
    if (added.length === 0) return;
    const lists = await this.db('word_lists').where({ recording_id: recordingId }).pluck('id');
    for (const listId of lists) for (const word of added) await this.addWord(String(listId), word, at);
    // Where there was no word before, nobody has a list yet; who deleted theirs is not given it again.
    if (before.length > 0) return;
    const learners = await this.db('class_students').where({ class_id: classId }).pluck('user_id');
    const have = new Set(await this.db('word_lists').where({ recording_id: recordingId }).pluck('user_id'));
    for (const userId of learners) if (!have.has(userId)) await this.addList(String(userId), content, at);
  }

  private async addWord(listId: string, word: PublishedWord, at: Date): Promise<void> {
    const there = await this.db('words')
      .where({ word_list_id: listId, word_key: fold(word.word) })
      .first('id');
    if (there) return;
    await this.db('words').insert(toRow(listId, word, at));
    await this.db('word_lists').where({ id: listId }).increment('word_count', 1);
  }

  /** Mends a word in every list that has it, column by column: one that a learner wrote over is theirs. */
  private async mend(recordingId: string, old: PublishedWord, now: PublishedWord, at: Date): Promise<void> {
    const changed = columns.filter((column) => old[column] !== now[column]);
    if (changed.length === 0) return;
    const rows: (Record<string, unknown> & { id: string; list_id: string; user_id: string })[] = await this.db('words')
      .join('word_lists', 'word_lists.id', 'words.word_list_id')
      .where({ 'word_lists.recording_id': recordingId, 'words.word_key': fold(old.word) })
      .select('words.*', 'word_lists.id as list_id', 'word_lists.user_id');
    const withdrawals = new WithdrawalRepository(this.db);
    for (const row of rows) {
      const theirs = changed.filter((column) => (row[column] ?? null) === old[column]);
      const values = Object.fromEntries(theirs.map((column) => [column, now[column]]));
      const renamed = theirs.includes('word') && fold(now.word) !== fold(old.word);
      if (asked.some((column) => theirs.includes(column))) await withdrawals.forgetWord(row, fold(old.word));
      if (renamed && (await this.hasWord(row.list_id, now.word))) await withdrawals.removeWord(row);
      else {
        const found = { ...(theirs.includes('word') && { word: now.word }) };
        const translated = theirs.includes('translation') && { translation: now.translation };
        const keys = { ...(renamed && { word_key: fold(now.word) }), ...searchColumns({ ...found, ...translated }) };
        await this.db('words')
          .where({ id: row.id })
          .update({ ...values, ...keys, updated_at: at });
      }
    }
  }

  private async hasWord(listId: string, word: string): Promise<boolean> {
    const where = { word_list_id: listId, word_key: fold(word) };
    return (await this.db('words').where(where).first('id')) !== undefined;
  }
}

const known = (word: PublishedWord) => ({ setItemId: word.set_item_id, asks: fold(word.word), row: word });

function toRow(listId: string, { set_item_id: _, ...word }: PublishedWord, at: Date): Record<string, unknown> {
  return {
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
  };
}
