import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { conflictOr, type Db, toIso, toIsoOrNull, toNumber } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import { Difficulty } from '../exercises/index.ts';
import { fold, likeAnywhere } from './fold.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';
import { toWordList, type WordList, WordListRepository, wordListColumns } from './word-list-repository.ts';

/** A word in a list, and how its learner does with it. */
export interface Word {
  id: string;
  word_list_id: string;
  word: string;
  translation: string | null;
  notes: string | null;
  example_sentence: string | null;
  difficulty: Difficulty;
  pronunciation_audio_url: string | null;
  practice_count: number;
  correct_count: number;
  is_favorite: boolean;
  last_practiced: string | null;
  created_at: string;
  updated_at: string;
}

export type WordFields = Pick<Word, 'word' | 'translation' | 'notes' | 'example_sentence' | 'difficulty'>;
export type WordChanges = Partial<WordFields & Pick<Word, 'is_favorite'>>;

export interface WordFilters {
  search?: string | undefined;
  favorite?: boolean | undefined;
  difficulty?: Difficulty | undefined;
}

/** Where a word stands, and whose list that is. */
export interface WordPlace {
  userId: string;
  listId: string;
}

const columns = [
  'id',
  'word_list_id',
  'word',
  'translation',
  'notes',
  'example_sentence',
  'difficulty',
  'pronunciation_audio_url',
  'practice_count',
  'correct_count',
  'is_favorite',
  'last_practiced',
  'created_at',
  'updated_at',
] as const;
const inWords = columns.map((column) => `words.${column}`);

/** Words. To anybody but the owner of its list a word is not there. */
export class WordRepository {
  constructor(private readonly db: Db) {}

  /** Adds a word to a list that the caller holds. @throws ConflictError when the list has it, whatever its case. */
  async create(listId: string, fields: WordFields): Promise<Word> {
    const at = new Date();
    const row = {
      id: uuidv7(),
      word_list_id: listId,
      ...fields,
      pronunciation_audio_url: null,
      practice_count: 0,
      correct_count: 0,
      is_favorite: false,
      last_practiced: null,
      created_at: at,
      updated_at: at,
    };
    try {
      await this.db('words').insert({ ...row, word_key: fold(fields.word) });
    } catch (error) {
      throw conflictOr(error, `The list holds “${fields.word}” already.`);
    }
    return toWord(row);
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
  async listOwn(userId: string, filters: WordFilters, page: PageRequest): Promise<Page<Word>> {
    const matching = () => this.ownWords(userId).modify(applyFilters, filters);
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
    const ofList = wordListColumns.map((column) => `word_lists.${column} as list_${column}`);
    const rows: Record<string, unknown>[] = await this.db('word_lists')
      .leftJoin('words', 'words.word_list_id', 'word_lists.id')
      .where({ 'word_lists.id': listId, 'word_lists.user_id': userId })
      .orderBy(['words.created_at', 'words.id'])
      .limit(limit)
      .select([...ofList, ...inWords]);
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
    const rows = chosen.length === 0 ? [] : await this.db('words').whereIn('id', chosen).select(columns);
    return shuffled(rows.map(toWord));
  }

  /** @throws NotFoundError; ConflictError when the list has the new word already. */
  async update({ userId, listId }: WordPlace, id: string, changes: WordChanges): Promise<void> {
    const word_key = changes.word === undefined ? {} : { word_key: fold(changes.word) };
    const changed = await this.db('words')
      .where({ id, word_list_id: listId })
      .whereExists(this.db('word_lists').where({ id: listId, user_id: userId }).select('id'))
      .update({ ...changes, ...word_key, updated_at: new Date() })
      .catch((error: unknown) => {
        throw conflictOr(error, `The list holds “${changes.word ?? ''}” already.`);
      });
    if (changed === 0) throw new NotFoundError('The word');
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

function applyFilters(query: Knex.QueryBuilder, { search, favorite, difficulty }: WordFilters): void {
  if (favorite !== undefined) query.where({ 'words.is_favorite': favorite });
  if (difficulty !== undefined) query.where({ 'words.difficulty': difficulty });
  if (search !== undefined) query.whereRaw("words.word_key like ? escape '!'", [likeAnywhere(search)]);
}

/** The same things in an order left to chance. */
function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

function toWord(row: Record<string, unknown>): Word {
  return {
    id: String(row.id),
    word_list_id: String(row.word_list_id),
    word: String(row.word),
    translation: textOrNull(row.translation),
    notes: textOrNull(row.notes),
    example_sentence: textOrNull(row.example_sentence),
    difficulty: Difficulty.parse(row.difficulty),
    pronunciation_audio_url: textOrNull(row.pronunciation_audio_url),
    practice_count: toNumber(row.practice_count),
    correct_count: toNumber(row.correct_count),
    is_favorite: Boolean(row.is_favorite),
    last_practiced: toIsoOrNull(row.last_practiced),
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}
