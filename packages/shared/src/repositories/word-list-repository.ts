import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { compiled, type Db, type Row, toIso, toNumber } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import { fold, likeAnywhere } from './fold.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';

/** A learner's list of words. */
export interface WordList {
  id: string;
  user_id: string;
  class_id: string | null;
  name: string;
  description: string | null;
  word_count: number;
  is_favorite: boolean;
  created_at: string;
  updated_at: string;
}

export interface NewWordList {
  user_id: string;
  name: string;
  description: string | null;
  class_id: string | null;
}

export type WordListChanges = Partial<Pick<WordList, 'name' | 'description' | 'is_favorite' | 'class_id'>>;

export interface WordListFilter {
  classId?: string | undefined;
  search?: string | undefined;
  favorite?: boolean | undefined;
}

export type WordListOrder = 'name' | 'created_at' | 'updated_at';

const table = 'word_lists';
export const wordListColumns = [
  'id',
  'user_id',
  'class_id',
  'name',
  'description',
  'word_count',
  'is_favorite',
  'created_at',
  'updated_at',
] as const;

/** The page is part of the order, for Knex looks at the numbers of a limit. */
const pageBy = (order: WordListOrder): string =>
  order === 'name' ? 'name_key asc, id asc limit ? offset ?' : `${order} desc, id desc limit ? offset ?`;

const listAllBy = (order: WordListOrder) =>
  compiled((db, { userId, limit, offset }: { userId: string; limit: number; offset: number }) =>
    db(table).where({ user_id: userId }).orderByRaw(pageBy(order), [limit, offset]).select<Row[]>(wordListColumns),
  );

/** All of an owner's lists, which are asked for most. */
const listAll = {
  name: listAllBy('name'),
  created_at: listAllBy('created_at'),
  updated_at: listAllBy('updated_at'),
};

/** Word lists. Every method names the owner: to others a list is not there. */
export class WordListRepository {
  constructor(private readonly db: Db) {}

  async create({ name, ...list }: NewWordList): Promise<WordList> {
    const at = new Date();
    const row = { id: uuidv7(), ...list, name, word_count: 0, is_favorite: false, created_at: at, updated_at: at };
    await this.db(table).insert({ ...row, name_key: fold(name) });
    return toWordList(row);
  }

  /** @throws NotFoundError for a list that is not there or not this owner's. */
  async get(userId: string, id: string): Promise<WordList> {
    const row = await this.db(table).where({ id, user_id: userId }).first(wordListColumns);
    if (!row) throw new NotFoundError('The word list');
    return toWordList(row);
  }

  /** A page of an owner's lists: by name, or the newest first. */
  async list(userId: string, filter: WordListFilter, order: WordListOrder, page: PageRequest): Promise<Page<WordList>> {
    const matching = () => this.db(table).where({ user_id: userId }).modify(applyFilter, filter);
    const [limit, offset] = [rowsToRead(page), offsetOf(page)];
    const isWhole = Object.values(filter).every((wish) => wish === undefined);
    const rows = isWhole
      ? await listAll[order](this.db, { userId, limit, offset })
      : await matching().orderByRaw(pageBy(order), [limit, offset]).select<Row[]>(wordListColumns);
    return pageOf(rows.map(toWordList), page, matching);
  }

  /** @throws NotFoundError */
  async update(userId: string, id: string, changes: WordListChanges): Promise<void> {
    const name_key = changes.name === undefined ? {} : { name_key: fold(changes.name) };
    await this.change(userId, id, { ...changes, ...name_key });
  }

  /** Turns a list's favourite mark around. @throws NotFoundError */
  async toggleFavorite(userId: string, id: string): Promise<void> {
    await this.change(userId, id, { is_favorite: this.db.raw('1 - is_favorite') });
  }

  /** Counts words in or out, and holds the list's row until the transaction ends. @throws NotFoundError */
  async countWords(userId: string, id: string, added: number): Promise<void> {
    await this.change(userId, id, { word_count: this.db.raw('word_count + ?', [added]) });
  }

  /** Removes a list; its words go with it by their foreign key. @throws NotFoundError */
  async delete(userId: string, id: string): Promise<void> {
    const deleted = await this.db(table).where({ id, user_id: userId }).delete();
    if (deleted === 0) throw new NotFoundError('The word list');
  }

  private async change(userId: string, id: string, values: Record<string, unknown>): Promise<void> {
    const changed = await this.db(table)
      .where({ id, user_id: userId })
      .update({ ...values, updated_at: new Date() });
    if (changed === 0) throw new NotFoundError('The word list');
  }
}

function applyFilter(query: Knex.QueryBuilder, { classId, search, favorite }: WordListFilter): void {
  if (classId !== undefined) query.where({ class_id: classId });
  if (favorite !== undefined) query.where({ is_favorite: favorite });
  if (search !== undefined) query.whereRaw("name_key like ? escape '!'", [likeAnywhere(search)]);
}

/** A row as the rest of the project sees it. */
export function toWordList(row: Row): WordList {
  return {
    id: String(row.id),
    user_id: String(row.user_id),
    class_id: row.class_id === null ? null : String(row.class_id),
    name: String(row.name),
    description: row.description === null ? null : String(row.description),
    word_count: toNumber(row.word_count),
    is_favorite: Boolean(row.is_favorite),
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}
