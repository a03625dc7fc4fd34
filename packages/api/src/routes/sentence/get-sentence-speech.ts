import { NotFoundError } from '@tulkka/shared/errors';
import { SentenceContent, sentenceCatalogue } from '@tulkka/shared/games';
import { CatalogueRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { viewerFor } from '../../access/viewer.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import { Id } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';

export const getSentenceSpeech = defineRoute({
  method: 'get',
  path: '/api/v1/sentence/items/{item_id}/tts',
  operationId: 'getSentenceItemTts',
  tag: 'sentence',
  summary: 'Where a sentence can be heard',
  description: 'With `source: "device"` and no URL the learner’s own device is to speak.',
  access: 'catalogue',
  limit: 'default',
  params: z.strictObject({ item_id: Id }),
  response: {
    status: 200,
    schema: z
      .strictObject({
        item_id: z.string(),
        sentence: z.string(),
        tts_url: z.string().nullable(),
        source: z.enum(['stored', 'generated', 'device']),
      })
      .meta({ id: 'SentenceSpeech' }),
  },
  errors: ['not_found'],
}).handledBy(async ({ params, caller, userId, context, request }) => {
  const items = new CatalogueRepository(context.db, sentenceCatalogue);
  const item = await items.findItem(viewerFor(caller, userId), params.item_id);
  if (!item) throw new NotFoundError('The item');
  const sentence = SentenceContent.parse(item.content).english_sentence;
  const spoken = { kind: 'sentences', id: item.id, text: sentence, storedUrl: item.audioUrl } as const;
  const { url, source } = await context.speech.find(spoken, baseUrlOf(request));
  return { body: { item_id: item.id, sentence, tts_url: url, source } };
});
