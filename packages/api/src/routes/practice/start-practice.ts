import { z } from 'zod';
import { Id, text } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { startPractice } from '../../practice/start-practice.ts';
import { PracticeItem, presentPracticeItems } from '../../presenters/practice-item.ts';
import { PresentedSession, presentSession } from '../../presenters/session.ts';
import { playerFor } from '../../sessions/player.ts';

/** Starts a session over all games. */
export const postPractice = defineRoute({
  method: 'post',
  path: '/api/v1/practice',
  operationId: 'startPractice',
  tag: 'practice',
  summary: 'Practise what is due and what is new, over all games',
  description:
    'One session of several games: what is about to be forgotten first, then the day’s new things, newest lesson first. Results go to `/sessions/{session_id}/result` with their `game_type`. Calling it again from the same device goes on with the open one of the day.',
  access: 'known',
  limit: 'default',
  body: z.strictObject({
    limit: z.int().min(1).max(100).default(20),
    class_id: Id.optional().meta({ description: 'Only what comes from lessons of this class.' }),
    ahead_days: z.int().min(0).max(7).default(0).meta({
      description: 'Also what will be due in so many days, with their new things: for a device that goes offline.',
    }),
    device: text(1, 64).optional().meta({ description: 'What the learner’s device calls itself.' }),
  }),
  response: {
    status: 201,
    schema: PresentedSession.extend({ items: z.array(PracticeItem) }).meta({ id: 'PracticeSession' }),
  },
  location: ({ id }) => `/api/v1/sessions/${id}`,
  errors: [],
  example: { body: { limit: 10, device: 'phone' } },
}).handledBy(async ({ body, caller, userId, context }) => {
  const player = playerFor(caller, userId);
  const { limit, class_id: classId, device, ahead_days: aheadDays } = body;
  const now = new Date();
  const session = await startPractice(context.db, player, { limit, classId, device, aheadDays }, now);
  return {
    body: { ...presentSession(session, now), items: await presentPracticeItems(context.db, player, session) },
  };
});
