import { GameType } from '@tulkka/shared/games';
import {
  type ItemOrigin,
  type ItemReport,
  type ItemSuccess,
  type ListedReport,
  reportReasons,
  reportStatuses,
} from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';

/** Why a learner reports an item. */
export const ReportReason = z.enum(reportReasons).meta({
  id: 'ReportReason',
  description:
    '`wrong_answer`: what counts as right is wrong; `also_right`: another answer is right, too; `unclear`; `sound`; `private`: it tells something private; `other`.',
});

/** Whether somebody has yet to look at it. */
export const ReportStatus = z.enum(reportStatuses).meta({ id: 'ReportStatus' });

/** A report as the learner sees it who made it. */
export const PresentedReport = z
  .strictObject({
    id: z.string(),
    game_type: GameType,
    item_id: z.string(),
    reason: ReportReason,
    text: z.string().nullable(),
    status: ReportStatus,
    created_at: Moment,
    updated_at: Moment,
    closed_at: Moment.nullable(),
  })
  .meta({ id: 'ItemReport' });

/** A report as those see it who keep the class. */
export const ReviewedReport = PresentedReport.extend({
  class_id: z.string().nullable().meta({ description: 'Null for an item of the starter content.' }),
  recording_id: z.string().nullable(),
  reported_by: z
    .strictObject({ id: z.string(), name: z.string().nullable() })
    .nullable()
    .meta({ description: 'Null when they have left the class.' }),
  item: z
    .strictObject({
      text: z.string().meta({ description: 'The item in a few words, its answer included.' }),
      title: z.string().meta({ description: 'Of its lesson or list.' }),
      quote: z.string().nullable(),
      cue_ms: z.int().min(0).nullable(),
    })
    .nullable()
    .meta({ description: 'Null when it is gone.' }),
  answers: z
    .strictObject({ count: z.int().min(1), wrong: z.int().min(0) })
    .nullable()
    .meta({
      description: 'Of the learners of the class, since the item was made or mended; null where there are none.',
    }),
}).meta({ id: 'ReviewedReport' });

/** Picks what the learner may see. */
export function presentReport(report: ItemReport): z.input<typeof PresentedReport> {
  const { id, gameType, itemId, reason, text, status, createdAt, updatedAt, closedAt } = report;
  return {
    id,
    game_type: gameType,
    item_id: itemId,
    reason,
    text,
    status,
    created_at: createdAt,
    updated_at: updatedAt,
    closed_at: closedAt,
  };
}

/** Picks what a teacher may see. */
export function presentReviewedReport(
  report: ListedReport,
  origin: ItemOrigin | undefined,
  success: ItemSuccess | undefined,
): z.input<typeof ReviewedReport> {
  return {
    ...presentReport(report),
    class_id: report.classId,
    recording_id: report.recordingId,
    reported_by: report.reporter,
    item: origin ? { text: origin.text, title: origin.title, quote: origin.quote, cue_ms: origin.atMs } : null,
    answers: success ?? null,
  };
}
