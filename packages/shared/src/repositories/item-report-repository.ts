import { v7 as uuidv7 } from 'uuid';
import { type Db, isDuplicateKey, toIso, toIsoOrNull } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import { GameType } from '../games/index.ts';
import { offsetOf, type Page, type PageRequest, pageOf, rowsToRead } from './page.ts';

/** What can be wrong with an item. */
export const reportReasons = ['wrong_answer', 'also_right', 'unclear', 'sound', 'private', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Whether somebody has yet to look at it. */
export const reportStatuses = ['open', 'closed'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** What a learner says is wrong with an item. */
export interface ItemReport {
  id: string;
  userId: string;
  gameType: GameType;
  itemId: string;
  classId: string | null;
  recordingId: string | null;
  reason: ReportReason;
  text: string | null;
  status: ReportStatus;
  closedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A report with who made it; null when they have left the class since. */
export interface ListedReport extends ItemReport {
  reporter: { id: string; name: string | null } | null;
}

/** A report as a learner makes it. */
export type NewReport = Pick<
  ItemReport,
  'userId' | 'gameType' | 'itemId' | 'classId' | 'recordingId' | 'reason' | 'text'
>;

/** Who reads reports: the classes whose reports they see, null for those of all and of starter content. */
export interface ReportFilters {
  classIds: readonly string[] | null;
  status: ReportStatus | undefined;
}

const table = 'item_reports';

/** Reports of learners about items. */
export class ItemReportRepository {
  constructor(private readonly db: Db) {}

  /** Adds a report; where the learner has reported the item before, theirs is changed and open again. */
  async save(report: NewReport): Promise<{ report: ItemReport; isNew: boolean }> {
    const at = new Date();
    const said = { reason: report.reason, text: report.text, status: 'open', closed_at: null, updated_at: at };
    const key = { user_id: report.userId, game_type: report.gameType, item_id: report.itemId };
    const place = { class_id: report.classId, recording_id: report.recordingId };
    const row = { id: uuidv7(), ...key, ...place, ...said, created_at: at };
    try {
      await this.db(table).insert(row);
      return { report: toReport(row), isNew: true };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    await this.db(table).where(key).update(said);
    const changed = await this.db(table).where(key).first('*');
    if (!changed) throw new NotFoundError('The report');
    return { report: toReport(changed), isNew: false };
  }

  /** A page of reports, the newest first. */
  async list({ classIds, status }: ReportFilters, page: PageRequest): Promise<Page<ListedReport>> {
    if (classIds?.length === 0) return { rows: [], total: 0 };
    const matching = () => {
      const query = this.db(`${table} as r`);
      if (classIds !== null) query.whereIn('r.class_id', [...classIds]);
      return status === undefined ? query : query.where('r.status', status);
    };
    const rows: Record<string, unknown>[] = await matching()
      .leftJoin('class_students as s', (on) => on.on('s.class_id', 'r.class_id').andOn('s.user_id', 'r.user_id'))
      .leftJoin('people as p', 'p.id', 'r.user_id')
      .orderBy([
        { column: 'r.updated_at', order: 'desc' },
        { column: 'r.id', order: 'desc' },
      ])
      .limit(rowsToRead(page))
      .offset(offsetOf(page))
      .select('r.*', 's.user_id as member_id', 'p.name as reporter_name');
    return pageOf(rows.map(toListedReport), page, matching);
  }

  /** Reports that were made, changed or settled since a moment, the newest first. */
  async listSince(since: Date, limit: number): Promise<ItemReport[]> {
    const rows = await this.db(table).where('updated_at', '>=', since).orderBy('updated_at', 'desc').limit(limit);
    return rows.map(toReport);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<ItemReport> {
    const row = await this.db(table).where({ id }).first('*');
    if (!row) throw new NotFoundError('The report');
    return toReport(row);
  }

  /** Closes a report, or opens it again. */
  async setStatus(report: ItemReport, status: ReportStatus): Promise<ItemReport> {
    if (report.status === status) return report;
    const at = new Date();
    const closed_at = status === 'closed' ? at : null;
    await this.db(table).where({ id: report.id }).update({ status, closed_at, updated_at: at });
    return { ...report, status, closedAt: toIsoOrNull(closed_at), updatedAt: toIso(at) };
  }
}

function toReport(row: Record<string, unknown>): ItemReport {
  return {
    id: String(row.id),
    userId: String(row.user_id),
    gameType: GameType.parse(row.game_type),
    itemId: String(row.item_id),
    classId: textOrNull(row.class_id),
    recordingId: textOrNull(row.recording_id),
    reason: reportReasons.find((reason) => reason === row.reason) ?? 'other',
    text: textOrNull(row.text),
    status: row.status === 'closed' ? 'closed' : 'open',
    closedAt: toIsoOrNull(row.closed_at),
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  };
}

function toListedReport(row: Record<string, unknown>): ListedReport {
  const report = toReport(row);
  const isThere = report.classId === null || row.member_id !== null;
  return { ...report, reporter: isThere ? { id: report.userId, name: textOrNull(row.reporter_name) } : null };
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
