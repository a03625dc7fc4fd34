import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { PresentedWord, PresentedWordList, presentWord, presentWordList } from '../../presenters/word-list.ts';
import { exampleList, ListParams, listFields } from './fields.ts';

/** Words that come with a list at most; the rest is paged through on its own route. */
const mostWords = 1000;

export const getWordList = defineRoute({
  method: 'get',
  path: '/api/v1/word-lists/{list_id}',
  operationId: 'getWordList',
  tag: 'word lists',
  summary: 'One word list',
  description: `\`include=words\` adds its words, the first ${mostWords} of them.`,
  access: 'known',
  limit: 'default',
  params: ListParams,
  query: z.strictObject({ include: z.literal('words').optional() }),
  response: {
    status: 200,
    schema: PresentedWordList.extend({ words: z.array(PresentedWord).optional() }).meta({ id: 'WordListWithWords' }),
  },
  errors: ['not_found'],
  example: { response: exampleList },
}).handledBy(async ({ userId, params, query, context }) => {
  if (query.include === undefined) {
    return { body: presentWordList(await context.wordLists.get(userId, params.list_id)) };
  }
  const { list, words } = await context.words.getListWithWords({ userId, listId: params.list_id }, mostWords);
  return { body: { ...presentWordList(list), words: words.map(presentWord) } };
});

export const updateWordList = defineRoute({
  method: 'patch',
  path: '/api/v1/word-lists/{list_id}',
  operationId: 'updateWordList',
  tag: 'word lists',
  summary: 'Change a word list',
  access: 'known',
  limit: 'default',
  params: ListParams,
  body: z
    .strictObject({ ...listFields, is_favorite: z.boolean() })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, { error: 'needs at least one field to change' }),
  response: { status: 200, schema: PresentedWordList },
  errors: ['not_found'],
  example: { body: { name: 'Words for my trip' }, response: { ...exampleList, name: 'Words for my trip' } },
}).handledBy(async ({ userId, params, body, context }) => {
  await context.wordLists.update(userId, params.list_id, body);
  return { body: presentWordList(await context.wordLists.get(userId, params.list_id)) };
});

export const deleteWordList = defineRoute({
  method: 'delete',
  path: '/api/v1/word-lists/{list_id}',
  operationId: 'deleteWordList',
  tag: 'word lists',
  summary: 'Delete a word list with its words',
  access: 'known',
  limit: 'default',
  params: ListParams,
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), id: z.string() }) },
  errors: ['not_found'],
  example: { response: { success: true, id: exampleList.id } },
}).handledBy(async ({ userId, params, context }) => {
  await context.wordLists.delete(userId, params.list_id);
  return { body: { success: true, id: params.list_id } };
});

export const favoriteWordList = defineRoute({
  method: 'post',
  path: '/api/v1/word-lists/{list_id}/favorite',
  operationId: 'favoriteWordList',
  tag: 'word lists',
  summary: 'Mark a word list as a favourite, or turn the mark around',
  access: 'known',
  limit: 'default',
  params: ListParams,
  body: z.strictObject({ is_favorite: z.boolean().optional() }),
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), is_favorite: z.boolean() }) },
  errors: ['not_found'],
  example: { body: { is_favorite: true }, response: { success: true, is_favorite: true } },
}).handledBy(async ({ userId, params, body, context }) => {
  const { wordLists } = context;
  if (body.is_favorite === undefined) await wordLists.toggleFavorite(userId, params.list_id);
  else await wordLists.update(userId, params.list_id, { is_favorite: body.is_favorite });
  const { is_favorite } = await wordLists.get(userId, params.list_id);
  return { body: { success: true, is_favorite } };
});
