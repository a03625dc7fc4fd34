import { NotFoundError } from '@tulkka/shared/errors';
import { gameOf } from '@tulkka/shared/games';
import { CatalogueRepository, type SpokenKind } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { viewerFor } from '../../access/viewer.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import { Id } from '../../http/fields.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { type CatalogueArea, itemName } from './catalogue-area.ts';

const SentenceSpeech = z
  .strictObject({
    item_id: z.string(),
    sentence: z.string().meta({ description: 'What is said, its answer included: the device may have to say it.' }),
    tts_url: z.string().nullable(),
    source: z.enum(['stored', 'generated', 'device']),
  })
  .meta({ id: 'SentenceSpeech' });

/** Where the sentence of an item can be heard. */
export const itemSpeechRoute = (area: CatalogueArea, kind: SpokenKind): Route => {
  const { tag, items, catalogue, gameType } = area;
  return defineRoute({
    method: 'get',
    path: `/api/v1/${tag}/${items}/{item_id}/tts`,
    operationId: `get${itemName(area)}Tts`,
    tag,
    summary: 'Where a sentence can be heard',
    description: 'With `source: "device"` and no URL the learner’s own device is to speak.',
    access: 'catalogue',
    limit: 'default',
    params: z.strictObject({ item_id: Id }),
    response: { status: 200, schema: SentenceSpeech },
    errors: ['not_found'],
  }).handledBy(async ({ params, caller, userId, context, request }) => {
    const items = new CatalogueRepository(context.db, catalogue);
    const item = await items.findItem(viewerFor(caller, userId), params.item_id);
    const text = item && gameOf(gameType).open(item.content).listening?.heard;
    if (!item || text === undefined) throw new NotFoundError('The item');
    const spoken = { kind, id: item.id, text, storedUrl: item.audioUrl };
    const { url, source } = await context.speech.find(spoken, baseUrlOf(request));
    return { body: { item_id: item.id, sentence: text, tts_url: url, source } };
  });
};
