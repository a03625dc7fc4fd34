import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { PresentedWordList, presentWordList } from '../../presenters/word-list.ts';
import { exampleList, listFields } from './fields.ts';

const { name, description, class_id } = listFields;

export const createWordList = defineRoute({
  method: 'post',
  path: '/api/v1/word-lists',
  operationId: 'createWordList',
  tag: 'word lists',
  summary: 'Make a word list',
  access: 'known',
  limit: 'default',
  body: z.strictObject({ name, description: description.default(null), class_id: class_id.default(null) }),
  response: { status: 201, schema: PresentedWordList },
  location: ({ id }) => `/api/v1/word-lists/${id}`,
  errors: [],
  example: { body: { name: 'Words for travelling' }, response: exampleList },
}).handledBy(async ({ userId, body, context }) => {
  const list = await context.wordLists.create({ user_id: userId, ...body });
  return { body: presentWordList(list) };
});
