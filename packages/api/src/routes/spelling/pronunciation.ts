import { z } from 'zod';
import { baseUrlOf } from '../../http/base-url.ts';
import { Difficulty, Id, limitOnly } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedWord, presentWord } from '../../presenters/word-list.ts';
import { exampleWord } from '../word-lists/fields.ts';

export const getPronunciation = defineRoute({
  method: 'get',
  path: '/api/v1/spelling/pronunciations/{word_id}',
  operationId: 'getPronunciation',
  tag: 'spelling',
  summary: 'Where a word can be heard',
  description: 'With `source: "device"` and no URL the learner’s own device is to speak.',
  access: 'known',
  limit: 'default',
  params: z.strictObject({ word_id: Id }),
  response: {
    status: 200,
    schema: z.strictObject({
      word: z.string(),
      language: z.string(),
      pronunciation_url: z.string().nullable(),
      source: z.enum(['stored', 'generated', 'device']),
    }),
  },
  errors: ['not_found'],
  example: { response: { word: 'boarding pass', language: 'en', pronunciation_url: null, source: 'device' } },
}).handledBy(async ({ userId, params, context, request }) => {
  const { id, word, pronunciation_audio_url } = await context.words.getAnywhere(userId, params.word_id);
  const spoken = { kind: 'words', id, text: word, storedUrl: pronunciation_audio_url } as const;
  const { url, source } = await context.speech.find(spoken, baseUrlOf(request));
  return { body: { word, language: 'en', pronunciation_url: url, source } };
});

export const listSpellingWords = defineRoute({
  method: 'get',
  path: '/api/v1/spelling/words',
  operationId: 'listSpellingWords',
  tag: 'spelling',
  summary: 'Words of a class to spell, in random order',
  description: 'From the caller’s own lists of this class.',
  access: 'known',
  limit: 'default',
  query: z.strictObject({
    class_id: Id,
    difficulty: Difficulty.optional(),
    ...limitOnly(20),
  }),
  response: {
    status: 200,
    schema: z.strictObject({ success: z.literal(true), count: z.int().min(0), words: z.array(PresentedWord) }),
  },
  errors: [],
  example: { query: { class_id: 'tuesday-b1' }, response: { success: true, count: 1, words: [exampleWord] } },
}).handledBy(async ({ userId, query, context }) => {
  const words = await context.words.listRandom(userId, query.class_id, query.difficulty, query.limit);
  return { body: { success: true, count: words.length, words: words.map(presentWord) } };
});
