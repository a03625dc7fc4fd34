import { v7 as uuidv7 } from 'uuid';
import { type Db, everybody, renewCatalogues } from '../database/index.ts';
import { type Catalogue, type GameType, gameOf, lessonsGroup } from '../games/index.ts';
import type { GameContent } from '../publishing/game-content.ts';
import { cutName } from '../recordings/cut-name.ts';
import { matchItems } from './match-items.ts';
import { WithdrawalRepository } from './withdrawal-repository.ts';

/** Rows of one insert statement: far below SQLite's limit of bound values. */
const rowsPerInsert = 50;

/** What helps with an item without being part of what is asked. */
const helping = new Set(['hint', 'explanation']);

type Row = Record<string, unknown>;

/** The games with catalogues, and where their part of a set stands. */
const parts = [
  { gameType: 'advanced_cloze', part: 'cloze' },
  { gameType: 'grammar_challenge', part: 'grammar' },
  { gameType: 'sentence_builder', part: 'sentence' },
] as const satisfies readonly { gameType: GameType; part: keyof GameContent }[];

/** The lessons of the catalogues that were made of sets. To be used inside one transaction. */
export class PublishedLessons {
  constructor(private readonly db: Db) {}

  /** Adds a lesson to each catalogue that the set has items for. */
  async add(content: GameContent, at: Date): Promise<void> {
    for (const { gameType, part } of parts) {
      const { catalogue } = gameOf(gameType);
      if (catalogue) await this.addLesson(catalogue, content, content[part].map(toRow), at);
    }
    await renewCatalogues(this.db, [content.classId]);
  }

  /**
   * Brings the lessons of a published set to what it says now: an item that was changed keeps its row, so that sessions
   * under way show it mended; memories and mistakes forget it where it asks something else now; results stay.
   */
  async bringUpToDate(content: GameContent, at: Date): Promise<void> {
    for (const { gameType, part } of parts) {
      const { catalogue } = gameOf(gameType);
      if (catalogue) await this.change(gameType, catalogue, content, content[part].map(toRow), at);
    }
    await renewCatalogues(this.db, [content.classId]);
  }

  private async change(
    gameType: GameType,
    catalogue: Catalogue,
    content: GameContent,
    items: readonly Row[],
    at: Date,
  ): Promise<void> {
    const { itemTable, lessonTable, countKey } = catalogue;
    const { recordingId, classId } = content;
    const asked = Object.keys(catalogue.content.shape).filter((column) => !helping.has(column));
    const known = (row: Row) => ({
      setItemId: typeof row.set_item_id === 'string' ? row.set_item_id : null,
      asks: JSON.stringify(asked.map((column) => row[column] ?? null)),
      row,
    });
    const rows: Row[] = await this.db(itemTable).where({ recording_id: recordingId }).select('*');
    const placed = items.map((item, position): Row => ({ ...item, position }));
    const { pairs, gone, added } = matchItems(rows.map(known), placed.map(known));
    const lesson = await this.db(lessonTable).where({ recording_id: recordingId }).first('id');
    if (!lesson) return this.addLesson(catalogue, content, items, at);
    await this.insertItems(catalogue, { lessonId: String(lesson.id), content, at }, added);
    const withdrawals = new WithdrawalRepository(this.db);
    for (const { old, now } of pairs) {
      const changed = Object.keys(now).filter((column) => (old[column] ?? null) !== (now[column] ?? null));
      if (changed.length === 0) continue;
      const values = Object.fromEntries(changed.map((column) => [column, now[column]]));
      await this.db(itemTable)
        .where({ id: old.id })
        .update({ ...values, updated_at: at });
      const itemId = String(old.id);
      if (changed.some((column) => asked.includes(column))) await withdrawals.forgetItem(classId, gameType, itemId);
      if (changed.some((column) => column in catalogue.content.shape)) await withdrawals.settle(gameType, [itemId]);
    }
    for (const { id } of gone) {
      await withdrawals.withdrawItem({ recordingId, classId, gameType, itemId: String(id), text: '' });
    }
    await this.db(lessonTable)
      .where({ id: lesson.id })
      .update({ [countKey]: items.length, updated_at: at });
  }

  private async addLesson(catalogue: Catalogue, content: GameContent, items: readonly Row[], at: Date): Promise<void> {
    if (items.length === 0) return;
    const { groupKey, lessonTable, countKey } = catalogue;
    const lessonId = uuidv7();
    await this.ensureGroup(catalogue, lessonsGroup.id, at);
    await this.db(lessonTable).insert({
      id: lessonId,
      [groupKey]: lessonsGroup.id,
      title: cutName(content.title, 200),
      description: 'Made of your own lesson.',
      difficulty: middleOf(items.map((item) => String(item.difficulty))),
      [countKey]: items.length,
      class_id: content.classId,
      recording_id: content.recordingId,
      created_at: at,
      updated_at: at,
    });
    const placed = items.map((item, position) => ({ ...item, position }));
    await this.insertItems(catalogue, { lessonId, content, at }, placed);
  }

  private async insertItems(
    catalogue: Catalogue,
    { lessonId, content, at }: { lessonId: string; content: GameContent; at: Date },
    items: readonly Row[],
  ): Promise<void> {
    const groups = new Set(items.map((item) => String(item[catalogue.groupKey])));
    for (const id of groups) await this.ensureGroup(catalogue, id, at);
    const owner = { class_id: content.classId, recording_id: content.recordingId, created_at: at, updated_at: at };
    const rows = items.map((item) => ({ id: uuidv7(), lesson_id: lessonId, ...item, ...owner }));
    for (let i = 0; i < rows.length; i += rowsPerInsert) {
      await this.db(catalogue.itemTable).insert(rows.slice(i, i + rowsPerInsert));
    }
  }

  /** The starter content brings the groups; a database that was never seeded gets those it needs here. */
  private async ensureGroup({ groupTable }: Catalogue, id: string, at: Date): Promise<void> {
    if (await this.db(groupTable).where({ id }).first('id')) return;
    const group =
      id === lessonsGroup.id ? lessonsGroup : { id, name: id, icon: '📘', description: 'Practice by topic.' };
    await this.db(groupTable)
      .insert({ ...group, position: id === lessonsGroup.id ? 1000 : 500, created_at: at, updated_at: at })
      .onConflict('id')
      .ignore();
    await renewCatalogues(this.db, [everybody]);
  }
}

/** An item as its table holds it: lists are stored as JSON. */
const toRow = (item: object): Row =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
  );

/** The difficulty in the middle of a lesson's items. */
function middleOf(difficulties: string[]): string {
  const order = ['easy', 'medium', 'hard'];
  const sorted = [...difficulties].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return sorted[Math.floor(sorted.length / 2)] ?? 'medium';
}
