import type { Route } from '../../http/route.ts';
import { reportItem } from './report-item.ts';
import { listReports, updateReport } from './review-reports.ts';

/** What learners say is wrong with items, and what becomes of it. */
export const reportRoutes: readonly Route[] = [reportItem, listReports, updateReport];
