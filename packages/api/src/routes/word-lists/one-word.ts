import { inTransaction } from '@tulkka/shared/database';
import { WordListRepository, WordRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Difficulty, Id, label, text } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedWord, presentWord } from '../../presenters/word-list.ts';
import { exampleWord, ListParams } from './fields.ts';

const WordParams = ListParams.extend({ word_id: Id });

export const getWord = defineRoute({
  method: 'get',
  path: '/api/v1/word-lists/{list_id}/words/{word_id}',
  operationId: 'getWord',
  tag: 'word lists',
  summary: 'One word',
  access: 'known',
  limit: 'default',
  params: WordParams,
  response: { status: 200, schema: PresentedWord },
  errors: ['not_found'],
  example: { response: exampleWord },
}).handledBy(async ({ userId, params, context }) => ({
  body: presentWord(await context.words.get({ userId, listId: params.list_id }, params.word_id)),
}));

export const updateWord = defineRoute({
  method: 'patch',
  path: '/api/v1/word-lists/{list_id}/words/{word_id}',
  operationId: 'updateWord',
  tag: 'word lists',
  summary: 'Change a word',
  access: 'known',
  limit: 'default',
  params: WordParams,
  body: z
    .strictObject({
      word: label(120),
      translation: text(0, 240).nullable(),
      notes: text(0, 2000).nullable(),
      example_sentence: text(0, 2000).nullable(),
      difficulty: Difficulty,
      is_favorite: z.boolean(),
    })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, { error: 'needs at least one field to change' }),
  response: { status: 200, schema: PresentedWord },
  errors: ['not_found', 'conflict'],
  example: { body: { difficulty: 'easy' }, response: { ...exampleWord, difficulty: 'easy' } },
}).handledBy(async ({ userId, params, body, context }) => {
  const place = { userId, listId: params.list_id };
  await context.words.update(place, params.word_id, body);
  return { body: presentWord(await context.words.get(place, params.word_id)) };
});

export const deleteWord = defineRoute({
  method: 'delete',
  path: '/api/v1/word-lists/{list_id}/words/{word_id}',
  operationId: 'deleteWord',
  tag: 'word lists',
  summary: 'Delete a word',
  access: 'known',
  limit: 'default',
  params: WordParams,
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), id: z.string() }) },
  errors: ['not_found'],
  example: { response: { success: true, id: exampleWord.id } },
}).handledBy(async ({ userId, params, context }) => {
  const { list_id: listId, word_id: wordId } = params;
  await inTransaction(context.db, async (transaction) => {
    await new WordListRepository(transaction).countWords(userId, listId, -1);
    await new WordRepository(transaction).delete(listId, wordId);
  });
  return { body: { success: true, id: wordId } };
});
