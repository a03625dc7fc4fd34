import type { Db } from '@tulkka/shared/database';
import type { GameType } from '@tulkka/shared/games';
import {
  findOrigins,
  findSuccess,
  type ItemOrigin,
  type ItemReport,
  ItemReportRepository,
  type ItemSuccess,
} from '@tulkka/shared/repositories';
import { z } from 'zod';
import { listableClasses, requireClass } from '../../access/class-access.ts';
import { Id, listAnswer, paging } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { presentPage } from '../../presenters/page.ts';
import {
  PresentedReport,
  presentReport,
  presentReviewedReport,
  ReportStatus,
  ReviewedReport,
} from '../../presenters/report.ts';

/** What learners found wrong, for those who can mend it. */
export const listReports = defineRoute({
  method: 'get',
  path: '/api/v1/reports',
  operationId: 'listReports',
  tag: 'reports',
  summary: 'What learners found wrong, newest first',
  description:
    'A teacher sees the reports of their own classes, an admin all of them, also those about the starter content.',
  access: 'staff',
  limit: 'default',
  query: z.strictObject({ class_id: Id.optional(), status: ReportStatus.optional(), ...paging(20) }),
  response: { status: 200, schema: listAnswer('data', ReviewedReport) },
  errors: [],
  example: { query: { class_id: 'tuesday-b1', status: 'open' } },
}).handledBy(async ({ query, caller, context: { db, classes } }) => {
  const { class_id, status, ...page } = query;
  const classIds = await listableClasses(classes, caller, class_id);
  const found = await new ItemReportRepository(db).list({ classIds, status }, page);
  const origins = await originsOf(db, found.rows);
  const success = await successOf(db, found.rows, origins);
  const present = (report: (typeof found.rows)[number]) =>
    presentReviewedReport(report, origins.get(nameOf(report)), success.get(nameOf(report)));
  return { body: presentPage('data', found, page, present) };
});

/** Closes a report, or opens it again. */
export const updateReport = defineRoute({
  method: 'patch',
  path: '/api/v1/reports/{report_id}',
  operationId: 'updateReport',
  tag: 'reports',
  summary: 'Close a report, or open it again',
  access: 'staff',
  limit: 'default',
  params: z.strictObject({ report_id: Id }),
  body: z.strictObject({ status: ReportStatus }),
  response: { status: 200, schema: PresentedReport.extend({ success: z.literal(true) }).meta({ id: 'UpdatedReport' }) },
  errors: ['not_found'],
  example: { body: { status: 'closed' } },
}).handledBy(async ({ params, body, caller, context: { db, classes } }) => {
  const reports = new ItemReportRepository(db);
  const report = await reports.get(params.report_id);
  await requireClass(classes, caller, report.classId, 'The report');
  return { body: { success: true, ...presentReport(await reports.setStatus(report, body.status)) } };
});

const nameOf = ({ gameType, itemId }: Pick<ItemReport, 'gameType' | 'itemId'>): string => `${gameType} ${itemId}`;

/** Where the items of reports come from, in one statement for each game that is among them. */
async function originsOf(db: Db, reports: readonly ItemReport[]): Promise<Map<string, ItemOrigin>> {
  const byGame = Map.groupBy(reports, ({ gameType }): GameType => gameType);
  const found = await Promise.all(
    [...byGame].map(async ([gameType, some]) => {
      const origins = await findOrigins(db, gameType, [...new Set(some.map(({ itemId }) => itemId))]);
      return [...origins].map(([itemId, origin]) => [nameOf({ gameType, itemId }), origin] as const);
    }),
  );
  return new Map(found.flat());
}

/** How the learners of their classes did with the items of reports, in one statement for each class and game. */
async function successOf(
  db: Db,
  reports: readonly ItemReport[],
  origins: ReadonlyMap<string, ItemOrigin>,
): Promise<Map<string, ItemSuccess>> {
  const groups = Map.groupBy(reports, ({ classId, gameType }) => `${gameType} ${classId}`);
  const found = await Promise.all(
    [...groups.values()].map(async (some) => {
      const [first] = some;
      if (!first || first.classId === null) return [];
      const { gameType } = first;
      const items = some.map((report) => ({
        itemId: report.itemId,
        text: origins.get(nameOf(report))?.text ?? '',
      }));
      const success = await findSuccess(db, first.classId, gameType, items);
      return [...success].map(([itemId, one]) => [nameOf({ gameType, itemId }), one] as const);
    }),
  );
  return new Map(found.flat());
}
