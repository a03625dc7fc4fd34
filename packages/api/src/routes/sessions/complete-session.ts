import { z } from 'zod';
import { Moment } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { claimDifferences, completeSession } from '../../sessions/complete-session.ts';
import { playerFor } from '../../sessions/player.ts';
import { exampleCompletion } from './examples.ts';
import { CompleteBody, SessionParams } from './fields.ts';
import type { SessionArea } from './session-area.ts';

const Completion = z
  .strictObject({
    success: z.literal(true),
    session: z.strictObject({
      id: z.string(),
      score: z.int().min(0).max(100).meta({ description: 'Correct answers in percent of all answers.' }),
      correct: z.int().min(0),
      incorrect: z.int().min(0),
      completed_at: Moment.nullable(),
    }),
    mastered_ids: z.array(z.string()).meta({ description: 'Items that were right every time they were asked.' }),
    needs_practice_ids: z.array(z.string()).meta({ description: 'Items that were wrong or skipped.' }),
    message: z.string(),
    differences: z
      .array(
        z.strictObject({
          field: z.enum(['final_score', 'correct_count', 'incorrect_count']),
          claimed: z.number(),
          recorded: z.number(),
        }),
      )
      .meta({ description: 'Where the claim and the record differ; the record stands.' }),
  })
  .meta({ id: 'SessionCompletion' });

/** Ends a session. */
export const completeRoute = ({ tag, name, gameType, sessionsPath }: SessionArea): Route =>
  defineRoute({
    method: 'post',
    path: `${sessionsPath}/{session_id}/complete`,
    operationId: `complete${name}Session`,
    tag,
    summary: 'Complete a session',
    description: 'What was recorded wins over what is claimed. Completing it again gives the same answer.',
    access: 'known',
    limit: 'default',
    params: SessionParams,
    body: CompleteBody,
    response: { status: 200, schema: Completion },
    errors: ['not_found'],
    example: { body: {}, response: exampleCompletion },
  }).handledBy(async ({ params, body, caller, userId, context }) => {
    const place = { sessionId: params.session_id, gameType };
    const player = playerFor(caller, userId);
    const { session, practised } = await completeSession(context.db, player, place, body, new Date());
    const idsOf = (isMastered: boolean): string[] =>
      practised.filter((item) => item.isMastered === isMastered).map(({ itemId }) => itemId);
    const differences = claimDifferences(session);
    return {
      body: {
        success: true,
        session: {
          id: session.id,
          score: session.score ?? 0,
          correct: session.counters.correct,
          incorrect: session.counters.incorrect,
          completed_at: session.completedAt,
        },
        mastered_ids: idsOf(true),
        needs_practice_ids: idsOf(false),
        message:
          differences.length === 0
            ? 'The session is completed.'
            : 'The session is completed with what was recorded, which is not what was claimed.',
        differences,
      },
    };
  });
