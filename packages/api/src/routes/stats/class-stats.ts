import { ClassStats } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { requireNamedClass } from '../../access/class-access.ts';
import { Id, listAnswer, Moment, paging } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { percentOf } from '../../presenters/game-stats.ts';
import { presentPage } from '../../presenters/page.ts';

const count = z.int().min(0);

const PresentedStudent = z
  .strictObject({
    user_id: z.string(),
    name: z.string().nullable(),
    sessions: count,
    completed_sessions: count,
    correct: count,
    incorrect: count,
    accuracy: z.number().min(0).max(100).meta({ description: 'Correct answers in percent of all.' }),
    mistakes: count,
    last_played_at: Moment.nullable(),
  })
  .meta({ id: 'StudentStats' });

/** How the students of a class get on. */
export const classStats = defineRoute({
  method: 'get',
  path: '/api/v1/stats/class/{class_id}',
  operationId: 'getClassStats',
  tag: 'stats',
  summary: 'How the students of a class get on',
  description: 'For the class’s teacher, admins and services. Students who have not played yet are listed as well.',
  access: 'staff',
  limit: 'default',
  params: z.strictObject({ class_id: Id }),
  query: z.strictObject(paging(100)),
  response: {
    status: 200,
    schema: listAnswer('students', PresentedStudent).extend({ class_id: z.string() }).meta({ id: 'ClassStats' }),
  },
  errors: ['forbidden', 'not_found'],
}).handledBy(async ({ params, query, caller, context }) => {
  const classId = params.class_id;
  await requireNamedClass(context.classes, caller, classId);
  await context.classes.get(classId);
  const found = await new ClassStats(context.db).list(classId, query);
  const names = await context.people.namesOf(found.rows.map(({ userId }) => userId));
  const body = presentPage('students', found, query, (student) => ({
    user_id: student.userId,
    name: names.get(student.userId) ?? null,
    sessions: student.sessions,
    completed_sessions: student.completedSessions,
    correct: student.correct,
    incorrect: student.incorrect,
    accuracy: percentOf(student.correct, student.correct + student.incorrect),
    mistakes: student.mistakes,
    last_played_at: student.lastPlayedAt,
  }));
  return { body: { class_id: classId, ...body } };
});
