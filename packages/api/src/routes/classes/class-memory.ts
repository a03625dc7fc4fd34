import { readBrief } from '../../class-memory/brief.ts';
import { readInsights } from '../../class-memory/insights.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedBrief, PresentedInsights, presentBrief, presentInsights } from '../../presenters/class-memory.ts';
import { ClassParams } from './fields.ts';

const common = { method: 'get', tag: 'classes', access: 'staff', limit: 'default', params: ClassParams } as const;

export const getInsights = defineRoute({
  ...common,
  path: '/api/v1/classes/{class_id}/insights',
  operationId: 'getClassInsights',
  summary: 'How the learners of a class practise and remember',
  description:
    'Days and minutes, what is known, learned and slipping, retention measured beside the wanted one, mistakes by kind, what rests, and items that are probably bad. Items are named only where they come from this class.',
  response: { status: 200, schema: PresentedInsights },
  errors: ['not_found'],
}).handledBy(async ({ caller, params, context }) => {
  const lessonClass = await context.classKeeping.get(caller, params.class_id);
  return { body: presentInsights(lessonClass.id, await readInsights(context.db, lessonClass, new Date())) };
});

export const getBrief = defineRoute({
  ...common,
  path: '/api/v1/classes/{class_id}/brief',
  operationId: 'getClassBrief',
  summary: 'The page before the next lesson',
  description:
    'Who practised since the last lesson, what stuck, and three things to take up, each with what was said in its lesson and the reason in a sentence.',
  response: { status: 200, schema: PresentedBrief },
  errors: ['not_found'],
}).handledBy(async ({ caller, params, context }) => {
  const lessonClass = await context.classKeeping.get(caller, params.class_id);
  return { body: presentBrief(lessonClass, await readBrief(context.db, lessonClass, new Date())) };
});
