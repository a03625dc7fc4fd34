import { z } from 'zod';
import { Id } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { ListParams } from './fields.ts';

/** Marks a word as a favourite, or takes the mark away. */
export const favoriteWord = defineRoute({
  method: 'post',
  path: '/api/v1/word-lists/{list_id}/words/{word_id}/favorite',
  operationId: 'favoriteWord',
  tag: 'word lists',
  summary: 'Mark a word as a favourite, or take the mark away',
  description: 'Without `is_favorite` it toggles.',
  access: 'known',
  limit: 'default',
  params: ListParams.extend({ word_id: Id }),
  body: z.strictObject({ is_favorite: z.boolean().optional() }),
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), is_favorite: z.boolean() }) },
  errors: ['not_found'],
  example: { body: { is_favorite: true }, response: { success: true, is_favorite: true } },
}).handledBy(async ({ userId, params, body, context }) => {
  const place = { userId, listId: params.list_id };
  const isFavorite = body.is_favorite ?? !(await context.words.get(place, params.word_id)).is_favorite;
  await context.words.update(place, params.word_id, { is_favorite: isFavorite });
  return { body: { success: true, is_favorite: isFavorite } };
});
