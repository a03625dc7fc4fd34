import { exerciseKinds } from '@tulkka/shared/exercises';
import { trailActions } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { Id, Moment } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { Names, namesIn } from '../../presenters/names.ts';
import { reviewable } from './review-exercises.ts';

const HistoryLine = z
  .strictObject({
    at: Moment,
    by: z.string().nullable().meta({ description: 'Null for the system itself, and for people who were forgotten.' }),
    what: z.enum(trailActions),
    reason: z.string().nullable(),
    items: z
      .array(
        z.strictObject({
          kind: z.enum(exerciseKinds),
          item_id: z.string(),
          what: z.enum(['added', 'changed', 'dropped']),
        }),
      )
      .meta({ description: 'What an edit did to which items of the set.' }),
  })
  .meta({ id: 'HistoryLine' });

/** Who did what with a set, and when. */
export const listHistory = defineRoute({
  method: 'get',
  path: '/api/v1/exercises/{id}/history',
  operationId: 'listHistory',
  tag: 'review',
  summary: 'Who did what with a set, and when; newest first',
  description:
    'Edits of one person that follow one another within ten minutes are one line. The last 500 lines are kept.',
  access: 'staff',
  limit: 'default',
  params: z.strictObject({ id: Id }),
  response: {
    status: 200,
    schema: z
      .strictObject({ success: z.literal(true), data: z.array(HistoryLine), names: Names })
      .meta({ id: 'History' }),
  },
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
  example: { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' } },
}).handledBy(async ({ params: { id }, caller, context }) => {
  const { trail } = await reviewable(context, caller, id);
  const names = await namesIn(
    context.people,
    trail.map(({ by }) => by),
  );
  return { body: { success: true, data: trail.toReversed(), names } };
});
