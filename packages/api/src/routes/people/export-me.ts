import { AppError } from '@tulkka/shared/errors';
import { exportLearner } from '@tulkka/shared/operations';
import { z } from 'zod';
import { seesEverything } from '../../access/caller.ts';
import { Moment } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';

const rows = z.array(z.record(z.string(), z.unknown()));

/** All that is stored about who asks. */
export const exportMe = defineRoute({
  method: 'get',
  path: '/api/v1/me/export',
  operationId: 'exportMe',
  tag: 'people',
  summary: 'Everything that is stored about the caller',
  description:
    'Of a group’s lessons it says that they took place, and what the caller said there: the rest is other people’s.',
  access: 'known',
  limit: 'processing',
  response: {
    status: 200,
    schema: z
      .strictObject({
        success: z.literal(true),
        user_id: z.string(),
        exported_at: Moment,
        profile: rows,
        classes: rows,
        word_lists: rows,
        words: rows,
        sessions: rows,
        results: rows,
        mistakes: rows,
        stats: rows,
        memories: rows,
        memory_parameters: rows,
        reports: rows,
        lessons: rows,
        exercise_sets: rows,
        group_lessons: rows,
        clips: z
          .array(
            z.strictObject({
              id: z.string(),
              recording_id: z.string(),
              start_ms: z.int(),
              end_ms: z.int(),
              file: z.string().meta({ description: 'What an operator’s export calls its file.' }),
            }),
          )
          .meta({ description: 'The caller’s own voice in lessons of their own: `GET /api/v1/clips/{clip_id}`.' }),
      })
      .meta({ id: 'SelfExport' }),
  },
  errors: ['dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ caller, userId, context }) => {
  if (userId !== caller.userId && !seesEverything(caller)) {
    throw new AppError('forbidden', 'Everything about a person is for that person alone, and for admins.');
  }
  const { learnerLessons } = context.lessonParts();
  const exported = await exportLearner({ games: context.db, lessons: learnerLessons }, userId);
  return {
    body: { success: true, ...exported },
    headers: { 'Cache-Control': 'no-store', 'Content-Disposition': 'attachment; filename="my-lessons.json"' },
  };
});
