import { z } from 'zod';
import { Id, listAnswer, paging, queryFlag, text } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { presentPage } from '../../presenters/page.ts';
import { PresentedWordList, presentWordList } from '../../presenters/word-list.ts';
import { exampleList } from './fields.ts';

export const listWordLists = defineRoute({
  method: 'get',
  path: '/api/v1/word-lists',
  operationId: 'listWordLists',
  tag: 'word lists',
  summary: 'The caller’s word lists',
  description: 'By name, or by a time with the newest first.',
  access: 'known',
  limit: 'default',
  query: z.strictObject({
    class_id: Id.optional(),
    search: text(1, 120).optional().meta({ description: 'Part of the name, whatever its case.' }),
    favorite: queryFlag.optional(),
    sort: z.enum(['name', 'created_at', 'updated_at']).default('updated_at'),
    ...paging(20),
  }),
  response: { status: 200, schema: listAnswer('data', PresentedWordList) },
  errors: [],
  example: {
    response: { success: true, count: 1, data: [exampleList], pagination: { page: 1, limit: 20, total: 1 } },
  },
}).handledBy(async ({ userId, query, context }) => {
  const { class_id: classId, search, favorite, sort, page, limit } = query;
  const found = await context.wordLists.list(userId, { classId, search, favorite }, sort, { page, limit });
  return { body: presentPage('data', found, { page, limit }, presentWordList) };
});
