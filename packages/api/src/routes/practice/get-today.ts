import { defineRoute } from '../../http/route.ts';
import { readToday } from '../../practice/today.ts';
import { PresentedToday, presentToday } from '../../presenters/today.ts';

/** What a learner's day holds. */
export const getToday = defineRoute({
  method: 'get',
  path: '/api/v1/today',
  operationId: 'getToday',
  tag: 'practice',
  summary: 'What is due today, and how it goes',
  description:
    'What is about to be forgotten, what is new from the last lessons, the goal, the streak, the coming days and the days behind. A day begins at 4:00 in the learner’s time zone.',
  access: 'known',
  limit: 'default',
  response: { status: 200, schema: PresentedToday },
  errors: [],
}).handledBy(async ({ userId, context }) => ({
  body: presentToday(await readToday(context.db, userId, new Date())),
  headers: { 'Cache-Control': 'no-store' },
}));
