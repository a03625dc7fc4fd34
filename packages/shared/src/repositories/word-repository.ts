import type { Knex } from 'knex';
import { compiled, conflictOr, type Db, type Row } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import type { Difficulty } from '../exercises/index.ts';
import { shuffled } from '../random/index.ts';
import { fold, searchColumns } from './fold.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';
import { applyFilters, mentioning, type OwnWordFilters, type WordFilters } from './word-filters.ts';
import { toWordList, type WordList, WordListRepository, wordListColumns } from './word-list-repository.ts';
import {
  inWords,
  keysOf,
  newRow,
  toWord,
  type Word,
  type WordChanges,
  type WordFields,
  wordColumns,
} from './word-rows.ts';

/** Where a word stands, and whose list that is. */
export interface WordPlace {
  userId: string;
  listId: string;
}

const ofList = wordListColumns.map((column) => `word_lists.${column} as list_${column}`);

/** The limit is part of the order, for Knex looks at its number. */
const readListWithWords = compiled((db, { userId, listId, limit }: WordPlace & { limit: number }) =>
  db('word_lists')
    .leftJoin('words', 'words.word_list_id', 'word_lists.id')
    .where({ 'word_lists.id': listId, 'word_lists.user_id': userId })
    .orderByRaw('words.created_at, words.id limit ?', [limit])
    .select<Row[]>([...ofList, ...inWords]),
);

/** Words. To anybody but the owner of its list a word is not there. */
export class WordRepository {
  constructor(private readonly db: Db) {}

  /** Adds a word to a list that the caller holds. @throws ConflictError when the list has it, whatever its case. */
  async create(listId: string, fields: WordFields): Promise<Word> {
    const row = newRow(listId, fields, new Date());
    try {
      await this.db('words').insert({ ...row, ...keysOf(fields) });
    } catch (error) {
      throw conflictOr(error, `The list holds “${fields.word}” already.`);
    }
    return toWord(row);
  }

  /** Adds those of some words that a list, which the caller holds, does not have yet; says how many those were. */
  async createMissing(listId: string, words: readonly WordFields[]): Promise<number> {
    const at = new Date();
    const byKey = new Map<string, WordFields>();
    for (const word of words) if (!byKey.has(fold(word.word))) byKey.set(fold(word.word), word);
    const keys = [...byKey.keys()];
    const known = new Set<string>();
    for (const some of chunksOf(keys)) {
      const found = await this.db('words').where({ word_list_id: listId }).whereIn('word_key', some).pluck('word_key');
      for (const key of found) known.add(String(key));
    }
    const missing = keys.filter((key) => !known.has(key)).flatMap((key) => byKey.get(key) ?? []);
    for (const some of chunksOf(missing)) {
      await this.db('words').insert(some.map((word) => ({ ...newRow(listId, word, at), ...keysOf(word) })));
    }
    return missing.length;
  }

  /** @throws NotFoundError */
  async get({ userId, listId }: WordPlace, id: string): Promise<Word> {
    const row = await this.ownWords(userId).where({ 'words.id': id, 'words.word_list_id': listId }).first(inWords);
    if (!row) throw new NotFoundError('The word');
    return toWord(row);
  }

  /** A word of this owner's, in whichever list. @throws NotFoundError */
  async getAnywhere(userId: string, id: string): Promise<Word> {
    const row = await this.ownWords(userId).where({ 'words.id': id }).first(inWords);
    if (!row) throw new NotFoundError('The word');
    return toWord(row);
  }

  /** A page of a list's words in the order they were added. @throws NotFoundError for a list that is not the owner's. */
  async list({ userId, listId }: WordPlace, filters: WordFilters, page: PageRequest): Promise<Page<Word>> {
    const matching = () => this.ownWords(userId).where({ 'words.word_list_id': listId }).modify(applyFilters, filters);
    const rows = await matching()
      .orderBy(['words.created_at', 'words.id'])
      .limit(rowsToRead(page))
      .offset(offsetOf(page))
      .select(inWords);
    // A word shows that its list is there; without one somebody has to look.
    if (rows.length === 0) await new WordListRepository(this.db).get(userId, listId);
    return pageOf(rows.map(toWord), page, matching);
  }

  /** A page of all of a learner's words, the newest first. */
  async listOwn(userId: string, filters: OwnWordFilters, page: PageRequest): Promise<Page<Word>> {
    const { search, listId, ...others } = filters;
    const matching = () => {
      const query = this.ownWords(userId).modify(applyFilters, others);
      if (listId !== undefined) query.where({ 'words.word_list_id': listId });
      return search === undefined ? query : query.modify(mentioning, search);
    };
    const rows = await matching()
      .orderBy([
        { column: 'words.created_at', order: 'desc' },
        { column: 'words.id', order: 'desc' },
      ])
      .limit(rowsToRead(page))
      .offset(offsetOf(page))
      .select(inWords);
    return pageOf(rows.map(toWord), page, matching);
  }

  /** A list together with its words, in one statement. @throws NotFoundError */
  async getListWithWords({ userId, listId }: WordPlace, limit: number): Promise<{ list: WordList; words: Word[] }> {
    const rows = await readListWithWords(this.db, { userId, listId, limit });
    const [first] = rows;
    if (!first) throw new NotFoundError('The word list');
    return {
      list: toWordList({
        id: first.list_id,
        user_id: first.list_user_id,
        class_id: first.list_class_id,
        name: first.list_name,
        description: first.list_description,
        word_count: first.list_word_count,
        is_favorite: first.list_is_favorite,
        created_at: first.list_created_at,
        updated_at: first.list_updated_at,
      }),
      words: rows.filter((row) => row.id !== null).map(toWord),
    };
  }

  /** Words of a learner's lists of one class, in random order. */
  async listRandom(
    userId: string,
    classId: string,
    difficulty: Difficulty | undefined,
    limit: number,
  ): Promise<Word[]> {
    const ids = await this.ownWords(userId)
      .where({ 'word_lists.class_id': classId })
      .modify(applyFilters, { difficulty })
      .pluck('words.id');
    const chosen = shuffled(ids).slice(0, limit);
    const rows = chosen.length === 0 ? [] : await this.db('words').whereIn('id', chosen).select(wordColumns);
    return shuffled(rows.map(toWord));
  }

  /** @throws NotFoundError; ConflictError when the list has the new word already. */
  async update({ userId, listId }: WordPlace, id: string, changes: WordChanges): Promise<void> {
    const keys = { ...(changes.word !== undefined && { word_key: fold(changes.word) }), ...searchColumns(changes) };
    const unlike = await this.meansOther(id, changes);
    const changed = await this.db('words')
      .where({ id, word_list_id: listId })
      .whereExists(this.db('word_lists').where({ id: listId, user_id: userId }).select('id'))
      .update({ ...changes, ...keys, ...(unlike && { picture: null }), updated_at: new Date() })
      .catch((error: unknown) => {
        throw conflictOr(error, `The list holds “${changes.word ?? ''}” already.`);
      });
    if (changed === 0) throw new NotFoundError('The word');
  }

  /** Whether changes make another thing of a word than its picture shows. */
  private async meansOther(id: string, { word, notes }: WordChanges): Promise<boolean> {
    if (word === undefined && notes === undefined) return false;
    const now = await this.db('words').where({ id }).whereNotNull('picture').first('word', 'notes');
    return now !== undefined && ((word ?? now.word) !== now.word || (notes ?? now.notes) !== now.notes);
  }

  /** Removes a word from a list that the caller holds. @throws NotFoundError */
  async delete(listId: string, id: string): Promise<void> {
    const deleted = await this.db('words').where({ id, word_list_id: listId }).delete();
    if (deleted === 0) throw new NotFoundError('The word');
  }

  /** Remembers where a word can be heard. */
  async setAudio(id: string, url: string): Promise<void> {
    await this.db('words').where({ id }).update({ pronunciation_audio_url: url });
  }

  private ownWords(userId: string): Knex.QueryBuilder {
    return this.db('words')
      .join('word_lists', 'word_lists.id', 'words.word_list_id')
      .where({ 'word_lists.user_id': userId });
  }
}

/** Words of one statement: far below SQLite's limit of bound values. */
const wordsAtOnce = 100;

const chunksOf = <T>(things: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(things.length / wordsAtOnce) }, (_, i) =>
    things.slice(i * wordsAtOnce, (i + 1) * wordsAtOnce),
  );
