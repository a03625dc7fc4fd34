import { inTransaction } from '@tulkka/shared/database';
import { WordListRepository, WordRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Difficulty, Id, label, listAnswer, paging, queryFlag, text } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { presentPage } from '../../presenters/page.ts';
import { PresentedWord, presentWord } from '../../presenters/word-list.ts';
import { exampleWord, ListParams } from './fields.ts';

const search = text(1, 120).optional();
const wordFilters = {
  favorite: queryFlag.optional(),
  difficulty: Difficulty.optional(),
};

export const listWords = defineRoute({
  method: 'get',
  path: '/api/v1/word-lists/{list_id}/words',
  operationId: 'listWords',
  tag: 'word lists',
  summary: 'The words of a list, in the order they were added',
  access: 'known',
  limit: 'default',
  params: ListParams,
  query: z.strictObject({
    search: search.meta({ description: 'Part of the word, whatever its case.' }),
    ...wordFilters,
    ...paging(50),
  }),
  response: { status: 200, schema: listAnswer('words', PresentedWord) },
  errors: ['not_found'],
  example: {
    response: { success: true, count: 1, words: [exampleWord], pagination: { page: 1, limit: 50, total: 1 } },
  },
}).handledBy(async ({ userId, params, query, context }) => {
  const { page, limit, ...filters } = query;
  const found = await context.words.list({ userId, listId: params.list_id }, filters, { page, limit });
  return { body: presentPage('words', found, { page, limit }, presentWord) };
});

/** The caller's words over all lists. */
export const listOwnWords = defineRoute({
  method: 'get',
  path: '/api/v1/words',
  operationId: 'listOwnWords',
  tag: 'word lists',
  summary: 'The caller’s words over all lists, the newest first',
  access: 'known',
  limit: 'default',
  query: z.strictObject({
    search: search.meta({ description: 'Part of the word or of its translation, whatever its case and accents.' }),
    list_id: Id.optional(),
    ...wordFilters,
    ...paging(50),
  }),
  response: { status: 200, schema: listAnswer('words', PresentedWord) },
  errors: [],
  example: {
    query: { search: 'pass' },
    response: { success: true, count: 1, words: [exampleWord], pagination: { page: 1, limit: 50, total: 1 } },
  },
}).handledBy(async ({ userId, query, context }) => {
  const { page, limit, list_id: listId, ...filters } = query;
  const found = await context.words.listOwn(userId, { ...filters, listId }, { page, limit });
  return { body: presentPage('words', found, { page, limit }, presentWord) };
});

const NewWord = z.strictObject({
  word: label(120),
  translation: text(0, 240).nullable().default(null),
  notes: text(0, 2000).nullable().default(null),
  example_sentence: text(0, 2000).nullable().default(null),
  difficulty: Difficulty.default('medium'),
});

export const createWord = defineRoute({
  method: 'post',
  path: '/api/v1/word-lists/{list_id}/words',
  operationId: 'createWord',
  tag: 'word lists',
  summary: 'Add a word to a list',
  description: 'The same word twice in a list, whatever its case, is a conflict.',
  access: 'known',
  limit: 'default',
  params: ListParams,
  body: NewWord,
  response: { status: 201, schema: PresentedWord },
  location: ({ id, word_list_id }) => `/api/v1/word-lists/${word_list_id}/words/${id}`,
  errors: ['not_found', 'conflict'],
  example: { body: { word: 'boarding pass', translation: 'tarjeta de embarque' }, response: exampleWord },
}).handledBy(async ({ userId, params, body, context }) => {
  const listId = params.list_id;
  const word = await inTransaction(context.db, async (transaction) => {
    await new WordListRepository(transaction).countWords(userId, listId, 1);
    return new WordRepository(transaction).create(listId, body);
  });
  return { body: presentWord(word) };
});

/** Words that one call may add. */
const mostNewWords = 500;

/** Adds many words at once: what was pasted, or came from a file. */
export const createWords = defineRoute({
  method: 'post',
  path: '/api/v1/word-lists/{list_id}/words/batch',
  operationId: 'createWords',
  tag: 'word lists',
  summary: 'Add many words to a list',
  description: 'Words that the list has already, whatever their case, stay as they are and are counted as `known`.',
  access: 'known',
  limit: 'default',
  params: ListParams,
  body: z.strictObject({ words: z.array(NewWord).min(1).max(mostNewWords) }),
  bodyLimit: 2 * 1024 * 1024,
  response: {
    status: 200,
    schema: z
      .strictObject({ success: z.literal(true), added: z.int().min(0), known: z.int().min(0) })
      .meta({ id: 'AddedWords' }),
  },
  errors: ['not_found'],
  example: {
    body: { words: [{ word: 'boarding pass', translation: 'tarjeta de embarque' }, { word: 'gate' }] },
    response: { success: true, added: 2, known: 0 },
  },
}).handledBy(async ({ userId, params, body: { words }, context }) => {
  const listId = params.list_id;
  const added = await inTransaction(context.db, async (transaction) => {
    const lists = new WordListRepository(transaction);
    // Holds the list, so that nobody adds the same words meanwhile.
    await lists.countWords(userId, listId, 0);
    const missing = await new WordRepository(transaction).createMissing(listId, words);
    if (missing > 0) await lists.countWords(userId, listId, missing);
    return missing;
  });
  return { body: { success: true, added, known: words.length - added } };
});
