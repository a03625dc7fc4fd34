import type { Knex } from 'knex';
import type { Db } from '../database/index.ts';
import type { Difficulty } from '../exercises/index.ts';
import { type Catalogue, lessonsGroup } from '../games/index.ts';
import { type CatalogueGroup, type CatalogueItem, type CatalogueLesson, catalogueRows } from './catalogue-rows.ts';
import { type CatalogueViewer, visibleClasses, whereVisible } from './catalogue-viewer.ts';
import { type Mistake, toMistake } from './mistake-repository.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';

/** Which items are wanted; what is left out does not matter. */
export interface ItemFilter {
  groupId?: string;
  lessonId?: string;
  difficulty?: Difficulty;
  /** Items that this learner has not met in the game. */
  newTo?: { userId: string; gameType: string };
}

const mistakeColumns = ['game_type', 'item_id', 'mistake_count', 'last_answer', 'last_mistake_at'].map(
  (column) => `m.${column}`,
);

/** One of the three catalogues: groups hold lessons, lessons hold items. Every read says for whom it is. */
export class CatalogueRepository {
  private readonly rows;

  constructor(
    private readonly db: Db,
    private readonly catalogue: Catalogue,
  ) {
    this.rows = catalogueRows(catalogue);
  }

  /** The groups in their order. They hold nothing of a lesson, so everybody sees them. */
  async listGroups(page: PageRequest): Promise<Page<CatalogueGroup>> {
    const { groupTable } = this.catalogue;
    const rows = await this.db(groupTable)
      .orderBy(['position', 'id'])
      .limit(rowsToRead(page))
      .offset(offsetOf(page))
      .select('*');
    return pageOf(rows.map(this.rows.toGroup), page, () => this.db(groupTable));
  }

  /** The lessons of a group, or of the whole game: the starter content first, then what was published, each in its order. */
  async listLessons(
    viewer: CatalogueViewer,
    filter: { groupId?: string; difficulty?: Difficulty },
    page: PageRequest,
  ): Promise<Page<CatalogueLesson>> {
    const table = this.catalogue.lessonTable;
    const { rows, total } = await this.listPage(table, viewer, filter, page);
    return { rows: rows.map(this.rows.toLesson), total };
  }

  /** Items in the order of their lessons. */
  async listItems(viewer: CatalogueViewer, filter: ItemFilter, page: PageRequest): Promise<Page<CatalogueItem>> {
    const { rows, total } = await this.listPage(this.catalogue.itemTable, viewer, filter, page);
    return { rows: rows.map(this.rows.toItem), total };
  }

  /** Those of these items that the viewer may see, in no promised order. */
  async findItems(viewer: CatalogueViewer, ids: readonly string[]): Promise<CatalogueItem[]> {
    if (ids.length === 0) return [];
    const table = this.catalogue.itemTable;
    const rows = await this.db(table).modify(whereVisible, this.db, table, viewer).whereIn('id', ids).select('*');
    return rows.map(this.rows.toItem);
  }

  async findItem(viewer: CatalogueViewer, id: string): Promise<CatalogueItem | undefined> {
    const [item] = await this.findItems(viewer, [id]);
    return item;
  }

  /** Ids of at most `most` items, in the order of their lessons. */
  async listItemIds(viewer: CatalogueViewer, filter: ItemFilter, most: number): Promise<string[]> {
    const table = this.catalogue.itemTable;
    const rows = await this.inOrder(table, this.visible(table, viewer, filter))
      .limit(most)
      .pluck(`${table}.id`);
    return rows.map(String);
  }

  /** Ids of the items that this user gets wrong most often, worst first. */
  async listMistakenIds(
    viewer: CatalogueViewer,
    mistakes: { userId: string; gameType: string },
    filter: ItemFilter,
    most: number,
  ): Promise<string[]> {
    const table = this.catalogue.itemTable;
    const rows = await this.visible(table, viewer, filter)
      .join('user_mistakes as mistakes', 'mistakes.item_id', `${table}.id`)
      .where({ 'mistakes.user_id': mistakes.userId, 'mistakes.game_type': mistakes.gameType })
      .orderBy([
        { column: 'mistakes.mistake_count', order: 'desc' },
        { column: 'mistakes.last_mistake_at', order: 'desc' },
        `${table}.id`,
      ])
      .limit(most)
      .pluck(`${table}.id`);
    return rows.map(String);
  }

  /** A user's mistakes in a game, worst first; the item is undefined where the viewer may not see it any more. */
  async listMistakes(
    viewer: CatalogueViewer,
    mistakes: { userId: string; gameType: string },
    page: PageRequest,
  ): Promise<{ mistake: Mistake; item: CatalogueItem | undefined }[]> {
    const rows = await this.db('user_mistakes as m')
      .leftJoin(`${this.catalogue.itemTable} as i`, 'i.id', 'm.item_id')
      .leftJoin(visibleClasses(this.db, this.catalogue, viewer), 'visible.class_id', 'i.class_id')
      .where({ 'm.user_id': mistakes.userId, 'm.game_type': mistakes.gameType })
      .orderBy([
        { column: 'm.mistake_count', order: 'desc' },
        { column: 'm.last_mistake_at', order: 'desc' },
        { column: 'm.item_id', order: 'desc' },
      ])
      .limit(page.limit)
      .offset(offsetOf(page))
      .select('i.*', 'visible.class_id as visible_to', ...mistakeColumns);
    return rows.map((row) => ({
      mistake: toMistake(row),
      item: row.visible_to === null ? undefined : this.rows.toItem(row),
    }));
  }

  /** Whether the viewer may see a lesson of this id. */
  async hasLesson(viewer: CatalogueViewer, id: string): Promise<boolean> {
    const table = this.catalogue.lessonTable;
    const found = await this.db(table).modify(whereVisible, this.db, table, viewer).where({ id }).first('id');
    return found !== undefined;
  }

  async hasGroup(id: string): Promise<boolean> {
    return (await this.db(this.catalogue.groupTable).where({ id }).first('id')) !== undefined;
  }

  private async listPage(
    table: string,
    viewer: CatalogueViewer,
    filter: ItemFilter,
    page: PageRequest,
  ): Promise<Page<Record<string, unknown>>> {
    const rows = await this.inOrder(table, this.visible(table, viewer, filter))
      .limit(rowsToRead(page))
      .offset(offsetOf(page))
      .select(`${table}.*`);
    return pageOf(rows, page, () => this.visible(table, viewer, filter));
  }

  private visible(table: string, viewer: CatalogueViewer, filter: ItemFilter): Knex.QueryBuilder {
    const { groupId, lessonId, difficulty, newTo } = filter;
    const query = this.db(table);
    if (newTo !== undefined)
      query.whereNotExists(
        this.db('memories')
          .where({ user_id: newTo.userId, game_type: newTo.gameType })
          .where('thing', this.db.ref(`${table}.id`))
          .select('thing'),
      );
    // A lesson is one class's, or everybody's; a topic may be spread over all the classes of the school.
    if (viewer.scope === 'starter' || lessonId !== undefined) whereVisible(query, this.db, table, viewer);
    else query.join(visibleClasses(this.db, this.catalogue, viewer), 'visible.class_id', `${table}.class_id`);
    const { groupKey, itemTable, lessonTable } = this.catalogue;
    // What belongs to the lessons of classes, its lesson knows: the item's own category is its kind of error.
    const byLesson = groupId === lessonsGroup.id && table === itemTable;
    if (byLesson)
      query.whereIn(
        `${table}.lesson_id`,
        this.db(lessonTable)
          .where({ [groupKey]: groupId })
          .select('id'),
      );
    return query.where({
      ...(groupId === undefined || byLesson ? {} : { [`${table}.${groupKey}`]: groupId }),
      ...(lessonId === undefined ? {} : { [`${table}.lesson_id`]: lessonId }),
      ...(difficulty === undefined ? {} : { [`${table}.difficulty`]: difficulty }),
    });
  }

  private inOrder(table: string, query: Knex.QueryBuilder): Knex.QueryBuilder {
    return query.orderBy([`${table}.class_id`, `${table}.position`, `${table}.id`]);
  }
}
